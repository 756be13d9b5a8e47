package dev.annals.story;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where stories sleep that nothing was added to for long. The store implements it; a late article
 * wakes its story again.
 */
public interface StoryArchive {

  /** An archive that forgets: sleeping stories stay as they are for ever. */
  StoryArchive NONE =
      new StoryArchive() {
        @Override
        public void keep(Story story, List<String> why, int[] keys) {}

        @Override
        public List<String> find(int[] keys, int most) {
          return List.of();
        }

        @Override
        public @Nullable String storyOf(String article) {
          return null;
        }

        @Override
        public @Nullable Sleeper wake(String story) {
          return null;
        }
      };

  /** Articles of a story that are looked at before it is woken. */
  int FACES = 4;

  /**
   * Takes a story that leaves memory.
   *
   * @param why for each article of the story what tied it to it
   * @param keys what it can be found by
   */
  void keep(Story story, List<String> why, int[] keys);

  /**
   * Ids of sleeping stories with several of these keys, the best first; a key that few stories have
   * says more than one that many have.
   */
  List<String> find(int[] keys, int most);

  /** The sleeping story that holds an article, or null. */
  @Nullable String storyOf(String article);

  /**
   * A few articles of a sleeping story, by which one tells whether it is worth waking; see {@link
   * #facesOf}. Empty when they are not known: it is woken then.
   */
  default List<Member> faces(String story) {
    return List.of();
  }

  /** The first articles of a story and the last. */
  static List<Member> facesOf(Story story) {
    List<Member> members = story.members();
    if (members.size() <= FACES) {
      return members;
    }
    var faces = new ArrayList<>(members.subList(0, FACES / 2));
    faces.addAll(members.subList(members.size() - FACES / 2, members.size()));
    return List.copyOf(faces);
  }

  /** Gives a story back and forgets it, or null when it is not here. */
  @Nullable Sleeper wake(String story);

  /** A story as it was kept. */
  record Sleeper(Story story, List<String> why) {

    /** Copies the list. */
    public Sleeper {
      why = List.copyOf(why);
    }
  }
}
