package org.mangrove.core.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mangrove.core.content.AssetVersion;
import org.mangrove.core.content.MediaCredit;
import org.mangrove.core.content.WrittenFacts;
import org.mangrove.core.lineage.Block;
import org.mangrove.core.lineage.BlockKind;

/**
 * A draft that takes in what was published since it was begun. What only one of both has changed is taken from there; where both have
 * changed the same, the draft's word stays and is told.
 *
 * @param content of the draft from now on
 * @param disputed the blocks in which the draft's word stays, or that only one of both still has
 */
record CatchUp(DraftContent content, List<String> disputed) {

    /** @param base the version with which the draft was begun */
    static CatchUp of(AssetVersion base, DraftContent ours, AssetVersion newest) {
        return new Joining(base, ours, newest).joined();
    }

    private static final class Joining {

        private final AssetVersion base;
        private final DraftContent ours;
        private final AssetVersion newest;
        private final Map<String, Block> before;
        private final Map<String, Block> now;
        private final List<String> disputed = new ArrayList<>();

        Joining(AssetVersion base, DraftContent ours, AssetVersion newest) {
            this.base = base;
            this.ours = ours;
            this.newest = newest;
            this.before = byId(base.blocks());
            this.now = byId(newest.blocks());
        }

        CatchUp joined() {
            var blocks = new ArrayList<Block>();
            for (Block block : ours.blocks()) {
                if (stays(block, blocks.size())) {
                    blocks.add(merged(block));
                }
            }
            addWhatIsNew(blocks);
            return new CatchUp(new DraftContent(facts(), languages(), blocks, credits()), List.copyOf(disputed));
        }

        /** What was taken out above goes here, too, unless somebody has worked on it, or the first section would have no head. */
        private boolean stays(Block block, int place) {
            Block old = before.get(block.id());
            if (old == null || now.containsKey(block.id())) {
                return true;
            }
            boolean isFirstHead = place == 1 && block.kind() == BlockKind.SECTION;
            if (old.equals(block) && !isFirstHead) {
                return false;
            }
            disputed.add(block.id());
            return true;
        }

        private Block merged(Block block) {
            Block old = before.get(block.id());
            Block there = now.get(block.id());
            if (there == null || there.equals(block) || there.kind() != block.kind()) {
                return block;
            }
            if (old == null || old.kind() != block.kind()) {
                disputed.add(block.id());
                return block;
            }
            BlockMerge merge = BlockMerge.of(old, block, there);
            if (!merge.disputes().isEmpty()) {
                disputed.add(block.id());
            }
            return merge.block();
        }

        /** Each behind the block that it follows above, or the nearest before that which is here. */
        private void addWhatIsNew(List<Block> blocks) {
            Set<String> here = blocks.stream().map(Block::id).collect(Collectors.toSet());
            String previous = Block.COURSE_ID;
            for (Block block : newest.blocks()) {
                boolean isNew = !here.contains(block.id()) && !before.containsKey(block.id());
                if (isNew) {
                    int at = placeOf(blocks, previous) + 1;
                    blocks.add(at == 1 && block.kind() != BlockKind.SECTION ? 2 : at, block);
                    here.add(block.id());
                }
                if (here.contains(block.id())) {
                    previous = block.id();
                }
            }
        }

        private static int placeOf(List<Block> blocks, String id) {
            for (int at = 0; at < blocks.size(); at++) {
                if (blocks.get(at).id().equals(id)) {
                    return at;
                }
            }
            return blocks.size() - 1;
        }

        private TreeMap<String, String> facts() {
            Map<String, String> was = WrittenFacts.saying(base.facts());
            var facts = new TreeMap<>(ours.facts());
            WrittenFacts.saying(newest.facts()).forEach((name, text) -> {
                String old = was.getOrDefault(name, "");
                if (!text.equals(old) && ours.facts().getOrDefault(name, "").equals(old)) {
                    facts.put(name, text);
                }
            });
            return facts;
        }

        private List<Locale> languages() {
            var languages = new ArrayList<>(ours.languages());
            newest.facts().languages().stream()
                    .filter(language -> !languages.contains(language)
                            && !base.facts().languages().contains(language))
                    .forEach(languages::add);
            return languages;
        }

        private List<MediaCredit> credits() {
            var credits = new LinkedHashMap<String, MediaCredit>();
            newest.facts().credits().forEach(credit -> credits.put(credit.path(), credit));
            ours.credits().forEach(credit -> credits.put(credit.path(), credit));
            return List.copyOf(credits.values());
        }

        private static Map<String, Block> byId(List<Block> blocks) {
            var byId = new HashMap<String, Block>();
            blocks.forEach(block -> byId.put(block.id(), block));
            return byId;
        }
    }
}
