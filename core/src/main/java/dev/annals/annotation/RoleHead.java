package dev.annals.annotation;

import dev.annals.text.TextResources;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a role is called without what it is of: "governor" for "Republican Gov." and "Governor of
 * Norland", "vice president" for "vice president of sales". Two roles of one head may be those of
 * two people; two heads are two roles.
 */
public final class RoleHead {

  private static final Map<String, String> FULL = full();
  private static final Set<String> LINKS =
      Set.copyOf(TextResources.lines(RoleHead.class, "role-links.en.txt"));

  private RoleHead() {}

  /** The head of a role, in lower case and written out; empty when there is none. */
  public static String of(String role) {
    String before = "";
    String head = "";
    for (String word : words(role)) {
      if (LINKS.contains(word) && !head.isEmpty()) {
        break;
      }
      before = head;
      head = word;
    }
    head = FULL.getOrDefault(head, head);
    return RoleWords.isDeputy(before) ? before + ' ' + head : head;
  }

  /** The words of a role in lower case, short forms written out. */
  static List<String> words(String role) {
    return List.of(role.toLowerCase(Locale.ROOT).split("[\\s,]+"));
  }

  private static Map<String, String> full() {
    var map = new HashMap<String, String>();
    for (String line : TextResources.lines(RoleHead.class, "role-full-forms.en.txt")) {
      int blank = line.indexOf(' ');
      map.put(line.substring(0, blank), line.substring(blank + 1));
    }
    return Map.copyOf(map);
  }
}
