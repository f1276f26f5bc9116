package org.mangrove.core.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Takes every command of one mail but its recipient, of which it says what it was told to say. */
final class ScriptedServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String ofTheRecipient;

    ScriptedServer(String ofTheRecipient) throws IOException {
        this.ofTheRecipient = ofTheRecipient;
        this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::talk);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void talk() {
        try (Socket line = socket.accept();
                var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(line.getOutputStream(), true, StandardCharsets.UTF_8)) {
            out.print("220 ready\r\n");
            out.flush();
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                out.print((command.startsWith("RCPT") ? ofTheRecipient : "250 fine") + "\r\n");
                out.flush();
            }
        } catch (SocketException closed) {
            // the test is over
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
