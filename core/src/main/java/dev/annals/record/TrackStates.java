package dev.annals.record;

import dev.annals.annotation.Change;
import dev.annals.annotation.Modality;
import dev.annals.record.Tracks.Told;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what is told of one state of one thing: with its hour and without, as taken and
 * as lasting ("was closed on Friday", "remained closed"), with its day and without.
 */
final class TrackStates {

  private static final int DAY = 10;
  // days after a stated one on which a report that states none may still tell of the same
  private static final int REPORTED = 7;

  /** All that is told of one state at one time. */
  static final class Group {
    final String state;
    final Modality modality;
    final @Nullable String date;
    final List<Told> told = new ArrayList<>();

    Group(String state, Modality modality, @Nullable String date) {
      this.state = state;
      this.modality = modality;
      this.date = date;
    }

    boolean isLike(Group other) {
      return other != this && state.equals(other.state) && modality == other.modality;
    }

    /** Whether a report states the time. */
    boolean isFirm() {
      return told.stream().anyMatch(Told::isStated);
    }

    /** Whether it is only told as lasting. */
    boolean isLasting() {
      return told.stream().allMatch(t -> t.change().rule().equals(Change.CONTINUING));
    }

    @Nullable LocalDate day() {
      return date == null || date.length() < DAY ? null : LocalDate.parse(date.substring(0, DAY));
    }
  }

  private final List<Group> groups;

  private TrackStates(List<Group> groups) {
    this.groups = groups;
  }

  /** The states of a thing, each once. */
  static List<Group> of(StoryContext context, Iterable<Told> told) {
    var same = new LinkedHashMap<String, Group>();
    for (Told one : told) {
      Change change = one.change();
      String date = one.date();
      same.computeIfAbsent(
              change.state() + '|' + change.modality() + '|' + date,
              key -> new Group(change.state(), change.modality(), date))
          .told
          .add(one);
    }
    var states = new TrackStates(new ArrayList<>(same.values()));
    states.joinDays();
    states.joinLasting();
    states.joinReported();
    states.joinUndated(context);
    return states.groups;
  }

  private void join(Group group, Group home) {
    home.told.addAll(group.told);
    groups.remove(group);
  }

  /** A state of a day, week or month is the one of an hour or day of it, where there is one. */
  private void joinDays() {
    for (Group group : List.copyOf(groups)) {
      String date = group.date;
      if (date == null || date.length() > DAY) {
        continue;
      }
      Group home = null;
      int homes = 0;
      for (Group other : groups) {
        if (other.isLike(group) && isWithin(other, date)) {
          home = other;
          homes++;
        }
      }
      if (homes == 1 && home != null) {
        join(group, home);
      }
    }
  }

  private static boolean isWithin(Group group, String date) {
    LocalDate day = group.day();
    if (group.date == null || day == null) {
      return false;
    }
    return group.date.startsWith(date) || date.equals(weekOf(day));
  }

  private static String weekOf(LocalDate day) {
    int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    return day.get(IsoFields.WEEK_BASED_YEAR) + (week < 10 ? "-W0" : "-W") + week;
  }

  /** "Remained closed" is no second closing. */
  private void joinLasting() {
    for (Group group : List.copyOf(groups)) {
      if (group.modality == Modality.ASSERTED && group.isLasting()) {
        Group home = before(group, Integer.MAX_VALUE, false);
        if (home != null) {
          join(group, home);
        }
      }
    }
  }

  /** What a report dates by its own day may have been the day before, as another states. */
  private void joinReported() {
    for (Group group : List.copyOf(groups)) {
      if (group.modality != Modality.ASSERTED || group.day() == null || group.isFirm()) {
        continue;
      }
      Group home = before(group, REPORTED, true);
      home = home == null ? nextDay(group) : home;
      if (home != null) {
        join(group, home);
      }
    }
  }

  /** The last like state before, or null; another state in between makes it a new one. */
  private @Nullable Group before(Group group, int reach, boolean firm) {
    LocalDate day = group.day();
    Group home = null;
    LocalDate last = null;
    for (Group other : groups) {
      LocalDate its = other.day();
      if (other.isLike(group)
          && its != null
          && (day == null || !its.isAfter(day) && !its.isBefore(floor(day, reach)))
          && (!firm || other.isFirm())
          && (last == null || its.isAfter(last))) {
        home = other;
        last = its;
      }
    }
    if (home == null || last == null || day == null) {
      return home;
    }
    for (Group other : groups) {
      LocalDate its = other.day();
      if (its != null
          && other.modality == Modality.ASSERTED
          && !other.state.equals(group.state)
          && its.isAfter(last)
          && !its.isAfter(day)) {
        return null;
      }
    }
    return home;
  }

  private static LocalDate floor(LocalDate day, int reach) {
    return reach == Integer.MAX_VALUE ? LocalDate.MIN : day.minusDays(reach);
  }

  private @Nullable Group nextDay(Group group) {
    LocalDate day = group.day();
    for (Group other : groups) {
      LocalDate its = other.day();
      if (other.isLike(group)
          && day != null
          && its != null
          && other.isFirm()
          && its.equals(day.plusDays(1))) {
        return other;
      }
    }
    return null;
  }

  /** A state without a day is the last of its kind that its report can tell of. */
  private void joinUndated(StoryContext context) {
    for (Group group : List.copyOf(groups)) {
      if (group.date != null) {
        continue;
      }
      for (Told told : List.copyOf(group.told)) {
        Group home = home(group, context.parts(told.article()).published());
        if (home != null) {
          home.told.add(told);
          group.told.remove(told);
        }
      }
      if (group.told.isEmpty()) {
        groups.remove(group);
      }
    }
  }

  private @Nullable Group home(Group group, @Nullable LocalDate published) {
    Group home = null;
    for (Group other : groups) {
      LocalDate its = other.day();
      boolean ahead = group.modality == Modality.PLANNED || group.modality == Modality.CONDITIONAL;
      if (!other.isLike(group) || other.date == null) {
        continue;
      }
      boolean possible =
          ahead || published == null || its == null || !its.isAfter(published.plusDays(1));
      if (possible && (home == null || isLater(other, home))) {
        home = other;
      }
    }
    return home;
  }

  private static boolean isLater(Group group, Group other) {
    String date = group.date;
    String than = other.date;
    return date != null && than != null && date.compareTo(than) > 0;
  }
}
