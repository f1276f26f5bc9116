package org.mangrove.core.conversion;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.commonmark.node.BulletList;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;

/** Office documents have no lists, only paragraphs with a depth; this makes lists of them. */
final class ListInTheMaking {

    private static final int DEEPEST = 6;

    private final Deque<ListBlock> open = new ArrayDeque<>();

    /** @param depth 0 is the outermost */
    void add(Paragraph paragraph, int depth, boolean ordered) {
        int wanted = Math.clamp(depth, 0, DEEPEST) + 1;
        while (open.size() > wanted) {
            open.pop();
        }
        if (open.size() == wanted && open.size() > 1 && open.peek() instanceof OrderedList != ordered) {
            open.pop();
        }
        while (open.size() < wanted) {
            ListBlock list = list(ordered);
            if (!open.isEmpty()) {
                Node last = open.peek().getLastChild();
                if (last == null) {
                    last = new ListItem();
                    open.peek().appendChild(last);
                }
                last.appendChild(list);
            }
            open.push(list);
        }
        var item = new ListItem();
        item.appendChild(paragraph);
        open.peek().appendChild(item);
    }

    /** What there is, which then begins anew. */
    Optional<Node> finish() {
        Optional<Node> whole = Optional.ofNullable(open.peekLast());
        open.clear();
        return whole;
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** Whether an outermost item of this kind would belong to it. */
    boolean takes(int depth, boolean ordered) {
        return open.isEmpty() || depth > 0 || open.peekLast() instanceof OrderedList == ordered;
    }

    static ListBlock list(boolean ordered) {
        ListBlock list;
        if (ordered) {
            var numbered = new OrderedList();
            numbered.setMarkerStartNumber(1);
            numbered.setMarkerDelimiter(".");
            list = numbered;
        } else {
            var bullets = new BulletList();
            bullets.setMarker("-");
            list = bullets;
        }
        list.setTight(true);
        return list;
    }
}
