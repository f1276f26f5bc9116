package org.mangrove.core.database;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Stands around the transaction, so that each run has one of its own. */
@AgainIfOvertaken
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class AgainIfOvertakenInterceptor {

    private static final int RUNS = 4;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @AroundInvoke
    Object run(InvocationContext call) throws Exception {
        if (transactions.getTransactionKey() != null) {
            return call.proceed();
        }
        for (int run = 1; ; run++) {
            try {
                return call.proceed();
            } catch (RuntimeException failed) {
                if (run == RUNS || !Overtaken.isReasonOf(failed)) {
                    throw failed;
                }
            }
        }
    }
}
