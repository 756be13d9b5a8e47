package dev.annals.store;

import dev.annals.record.StoryArticle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The articles of a story as they were unpacked last, so that those that have not changed are not
 * unpacked again. Used by one thread at a time.
 */
public final class UnpackedMembers {

  private record Member(Rows.PackedMember packed, StoryArticle unpacked) {}

  private Map<String, Member> members = new HashMap<>();

  /** None were unpacked yet. */
  public UnpackedMembers() {}

  List<StoryArticle> unpack(List<Rows.PackedMember> packed) {
    var now = new HashMap<String, Member>();
    var unpacked = new ArrayList<StoryArticle>(packed.size());
    for (Rows.PackedMember one : packed) {
      Member known = members.get(one.id());
      Member member =
          known != null && isSame(known.packed(), one) ? known : new Member(one, one.unpack());
      now.put(one.id(), member);
      unpacked.add(member.unpacked());
    }
    members = now;
    return unpacked;
  }

  private static boolean isSame(Rows.PackedMember a, Rows.PackedMember b) {
    return a.why().equals(b.why())
        && a.gone() == b.gone()
        && Arrays.equals(a.article(), b.article())
        && Arrays.equals(a.annotations(), b.annotations());
  }
}
