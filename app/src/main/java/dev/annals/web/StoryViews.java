package dev.annals.web;

import dev.annals.annotation.Modality;
import dev.annals.article.Cite;
import dev.annals.record.StoryRecord;
import dev.annals.store.Store;
import dev.annals.text.Datelines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns a record into the page that shows it. Holds no state but the record; not safe for use by
 * several threads.
 */
final class StoryViews {

  private static final int TITLE = 300;
  private static final int NAME = 120;
  private static final int LEAD = 10;
  private static final int QUOTES_SHOWN = 200;
  private static final int CLAIMS_SHOWN = 60;
  private static final int ACTORS_SHOWN = 60;
  private static final int ARTICLES_SHOWN = 200;
  private static final int PICTURES_SHOWN = 60;
  private static final int CITES_SHOWN = 8;
  private static final int CITE_LENGTH = 280;
  private static final String NOBODY = "Speaker not named";

  private final StoryRecord record;
  private final List<String> formats;
  private final PartPage piece;
  private final Map<String, StoryRecord.Member> members = new HashMap<>();

  StoryViews(StoryRecord record, List<String> formats, PartPage piece) {
    this.record = record;
    this.formats = formats;
    this.piece = piece;
    record.articles().forEach(member -> members.put(member.id(), member));
  }

  /** The page, its timeline drawn for a window in minutes or, without one, for the story's days. */
  StoryPage page(
      @Nullable Long from, @Nullable Long to, List<Store.Arrival> arrivals, boolean writable) {
    var wording = new ArrayList<StoryPage.WordingView>();
    var disagreements = new ArrayList<StoryPage.DisagreementView>();
    for (StoryRecord.Disagreement disagreement : record.disagreements()) {
      if (disagreement.kind().equals("wording")) {
        wording.add(wording(disagreement));
      } else {
        disagreements.add(disagreement(disagreement));
      }
    }
    var entries = entries();
    var actors = actors();
    return new StoryPage(
        record.id(),
        Words.shorten(record.title(), TITLE),
        Words.days(record.start(), record.end()),
        Words.count(record.articles().size(), "article"),
        Words.count(record.independentSources(), "independent source"),
        String.join(", ", record.languages().stream().map(Words::language).toList()),
        api("json"),
        parts(wording.size(), disagreements.size()),
        formats.stream().map(f -> new StoryPage.Export(f, api(f))).toList(),
        record.corrections().stream()
            .map(c -> new StoryPage.Correction(c.at(), c.author(), c.text()))
            .toList(),
        lead(entries),
        AxisView.of(record, from, to),
        days(entries),
        more(TimelinePieces.PART, entries.size(), TimelinePieces.SHOWN),
        record.tracks().stream().map(this::track).toList(),
        speakers(piece.of("quotes", mostTold(record.quotes()), QUOTES_SHOWN)),
        more("quotes", record.quotes().size(), QUOTES_SHOWN),
        piece.of("claims", record.claims(), CLAIMS_SHOWN).stream().map(this::claim).toList(),
        more("claims", record.claims().size(), CLAIMS_SHOWN),
        disagreements,
        wording,
        actors,
        new LineageDrawing(record).graph(),
        arrivals.stream().filter(a -> !members.containsKey(a.id())).map(StoryViews::fresh).toList(),
        piece.of("sources", record.articles(), ARTICLES_SHOWN).stream().map(this::article).toList(),
        more("sources", record.articles().size(), ARTICLES_SHOWN),
        piece.of("pictures", record.pictures(), PICTURES_SHOWN).stream()
            .map(this::picture)
            .toList(),
        more("pictures", record.pictures().size(), PICTURES_SHOWN),
        writable ? Links.story(record.id()) + "/correct" : null);
  }

  private StoryPage.@Nullable More more(String part, int size, int atOnce) {
    return piece.more(record.id(), part, size, atOnce);
  }

  private static StoryPage.Fresh fresh(Store.Arrival arrival) {
    return new StoryPage.Fresh(
        Links.article(arrival.id()),
        Words.shorten(arrival.title() == null ? arrival.id() : arrival.title(), TITLE),
        arrival.source() == null ? "outlet unknown" : Words.shorten(arrival.source(), NAME),
        arrival.published() == null ? "no date" : Words.zoned(arrival.published()));
  }

  private String api(String format) {
    return "/api/v1/stories/" + Links.encode(record.id()) + "?format=" + format;
  }

  private List<StoryPage.Part> parts(int wording, int disagreements) {
    var parts = new ArrayList<StoryPage.Part>();
    part(parts, "timeline", "Timeline", record.timeline().size());
    part(parts, "tracks", "How things stood", record.tracks().size());
    part(parts, "quotes", "Quotes", record.quotes().size());
    part(parts, "claims", "Claims", record.claims().size());
    part(parts, "disagreements", "Disagreements", disagreements);
    part(parts, "words", "Words used", wording);
    part(
        parts,
        "people",
        "Who is who",
        record.people().size() + record.organizations().size() + record.places().size());
    part(parts, "sources", "Sources", record.articles().size());
    part(parts, "pictures", "Pictures", record.pictures().size());
    return parts;
  }

  private static void part(List<StoryPage.Part> parts, String anchor, String name, int count) {
    if (count > 0) {
      parts.add(new StoryPage.Part(anchor, name, count));
    }
  }

  List<CiteView> cites(List<Cite> cites) {
    var views = new ArrayList<CiteView>();
    int shown = cites.size() > CITES_SHOWN + 1 ? CITES_SHOWN : cites.size();
    for (Cite cite : cites.subList(0, shown)) {
      String note = Words.where(cite.role());
      views.add(
          new CiteView(
              Links.cite(cite.article(), cite.start(), cite.end()),
              outlet(cite.article()),
              Words.shorten(cite.text(), CITE_LENGTH),
              note,
              Links.web(cite.link()),
              views.size() + 1 == shown ? cites.size() - shown : 0,
              api("json")));
    }
    return views;
  }

  private String outlet(String article) {
    var member = members.get(article);
    return Words.shorten(
        member == null || member.source() == null ? article : member.source(), NAME);
  }

  private List<StoryPage.EntryView> entries() {
    var views = new ArrayList<StoryPage.EntryView>();
    for (int i = 0; i < record.timeline().size(); i++) {
      StoryRecord.Entry entry = record.timeline().get(i);
      var style = entry.modality().name().toLowerCase(Locale.ROOT);
      views.add(
          new StoryPage.EntryView(
              "e" + i,
              Words.when(entry.date(), entry.time()),
              entry.time() == null ? "" : entry.time(),
              Words.harmless(Datelines.without(entry.text())),
              entry.sources(),
              flag(entry),
              entry.background() ? "background" : style,
              cites(entry.cites().places())));
    }
    return views;
  }

  private static @Nullable String flag(StoryRecord.Entry entry) {
    if (entry.background()) {
      return "background";
    }
    if (entry.modality() != Modality.ASSERTED) {
      return entry.modality().name().toLowerCase(Locale.ROOT);
    }
    return entry.date() != null && entry.dateFrom().equals("story") ? "day inferred" : null;
  }

  private List<StoryPage.EntryView> lead(List<StoryPage.EntryView> entries) {
    var order = new ArrayList<Integer>();
    for (int i = 0; i < entries.size(); i++) {
      if (!record.timeline().get(i).background()) {
        order.add(i);
      }
    }
    order.sort(
        Comparator.comparingDouble((Integer i) -> -record.timeline().get(i).importance())
            .thenComparing(i -> i));
    // the weightiest, told in the order in which they happened
    var lead = new ArrayList<StoryPage.EntryView>();
    String day = "";
    for (int i : order.stream().limit(LEAD).sorted().toList()) {
      StoryPage.EntryView entry = entries.get(i);
      String date = record.timeline().get(i).date();
      // a day is named once
      lead.add(date != null && date.equals(day) ? entry.on(entry.time()) : entry);
      day = date == null ? "" : date;
    }
    return lead;
  }

  private List<StoryPage.DayView> days(List<StoryPage.EntryView> entries) {
    var byDay = new LinkedHashMap<String, List<StoryPage.EntryView>>();
    for (int i : new TimelinePieces(record).of(piece)) {
      String date = record.timeline().get(i).date();
      String day = date == null ? "" : date.length() > 10 ? date.substring(0, 10) : date;
      byDay.computeIfAbsent(day, d -> new ArrayList<>()).add(entries.get(i));
    }
    var days = new ArrayList<StoryPage.DayView>();
    byDay.forEach((day, list) -> days.add(new StoryPage.DayView(Words.day(day), list)));
    return days;
  }

  private StoryPage.TrackView track(StoryRecord.Track track) {
    var states = new ArrayList<StoryPage.StateView>();
    for (StoryRecord.State state : track.states()) {
      String modality = state.modality().name().toLowerCase(Locale.ROOT);
      states.add(
          new StoryPage.StateView(
              state.state(),
              state.date() == null ? Words.when(null, null) : Words.moment(state.date()),
              state.modality() == Modality.ASSERTED ? null : modality,
              modality,
              state.sources(),
              cites(state.cites().places())));
    }
    return new StoryPage.TrackView(track.subject(), states);
  }

  private List<StoryPage.SpeakerView> speakers(List<StoryRecord.QuoteEntry> quotes) {
    var bySpeaker = new LinkedHashMap<String, List<StoryRecord.QuoteEntry>>();
    for (StoryRecord.QuoteEntry quote : quotes) {
      String name = quote.speaker() == null ? "" : quote.speaker().name();
      bySpeaker.computeIfAbsent(name, n -> new ArrayList<>()).add(quote);
    }
    var views = new ArrayList<StoryPage.SpeakerView>();
    bySpeaker.forEach(
        (name, list) ->
            views.add(
                new StoryPage.SpeakerView(
                    name.isEmpty() ? NOBODY : Words.shorten(name, NAME),
                    role(name, list),
                    weightiest(list).stream().map(this::quote).toList())));
    views.sort(
        Comparator.comparing((StoryPage.SpeakerView v) -> v.name().equals(NOBODY))
            .thenComparing(v -> -v.quotes().size()));
    return views;
  }

  /** What most sources have comes first, then what stands in most places. */
  private static List<StoryRecord.QuoteEntry> mostTold(List<StoryRecord.QuoteEntry> quotes) {
    if (quotes.size() <= QUOTES_SHOWN) {
      return quotes;
    }
    var ordered = new ArrayList<>(quotes);
    ordered.sort(
        Comparator.comparingInt((StoryRecord.QuoteEntry q) -> -q.sources())
            .thenComparingInt(q -> -q.cites().places().size())
            .thenComparing(q -> q.speaker() == null)
            .thenComparing(q -> q.kind()));
    return ordered;
  }

  /** What most sources have comes first, then words as they were said. */
  private static List<StoryRecord.QuoteEntry> weightiest(List<StoryRecord.QuoteEntry> quotes) {
    var ordered = new ArrayList<>(quotes);
    ordered.sort(
        Comparator.comparingInt((StoryRecord.QuoteEntry q) -> -q.sources())
            .thenComparing(q -> q.kind()));
    return ordered;
  }

  private @Nullable String role(String name, List<StoryRecord.QuoteEntry> quotes) {
    for (StoryRecord.QuoteEntry quote : quotes) {
      if (quote.speaker() != null && quote.speaker().role() != null) {
        return quote.speaker().role();
      }
    }
    for (StoryRecord.Actor person : record.people()) {
      if (person.name().equals(name) && !person.roles().isEmpty()) {
        var role = person.roles().get(0);
        return role.tense().told(role.role());
      }
    }
    return null;
  }

  private StoryPage.QuoteView quote(StoryRecord.QuoteEntry quote) {
    return new StoryPage.QuoteView(
        Words.quoted(quote.text()),
        quote.kind().name().toLowerCase(Locale.ROOT),
        quote.venue() == null ? null : Words.shorten(quote.venue(), NAME),
        quote.variants().stream().map(Words::quoted).toList(),
        Words.shorten(quote.text(), 500),
        quote.sources(),
        cites(quote.cites().places()));
  }

  private StoryPage.ClaimView claim(StoryRecord.ClaimEntry claim) {
    var disputes = new ArrayList<StoryPage.DisputeView>();
    for (StoryRecord.Dispute dispute : claim.disputed()) {
      disputes.add(new StoryPage.DisputeView(dispute.by(), cites(dispute.cites().places())));
    }
    if (!claim.withdrawn().isEmpty()) {
      disputes.add(new StoryPage.DisputeView("withdrawn", cites(claim.withdrawn())));
    }
    return new StoryPage.ClaimView(
        Words.harmless(claim.text()),
        claim.by() == null ? "by whom is not said" : Words.shorten(claim.by(), NAME),
        cites(claim.asserted()),
        disputes);
  }

  private StoryPage.DisagreementView disagreement(StoryRecord.Disagreement disagreement) {
    var versions = new ArrayList<StoryPage.VersionView>();
    for (StoryRecord.Version version : disagreement.versions()) {
      var outlets = new LinkedHashSet<String>();
      version.cites().places().forEach(c -> outlets.add(outlet(c.article())));
      versions.add(
          new StoryPage.VersionView(
              Words.shorten(version.value(), 400),
              version.sources(),
              String.join(", ", outlets),
              cites(version.cites().places())));
    }
    return new StoryPage.DisagreementView(
        Words.shorten(disagreement.about(), 200),
        disagreement.kind() + (disagreement.update() ? ", updated later" : ""),
        versions);
  }

  private StoryPage.WordingView wording(StoryRecord.Disagreement disagreement) {
    var rows = new LinkedHashMap<String, Map<String, List<Cite>>>();
    for (StoryRecord.Version version : disagreement.versions()) {
      for (Cite cite : version.cites().places()) {
        rows.computeIfAbsent(outlet(cite.article()), o -> new LinkedHashMap<>())
            .computeIfAbsent(version.value(), v -> new ArrayList<>())
            .add(cite);
      }
    }
    var views = new ArrayList<StoryPage.WordingRow>();
    new TreeMap<>(rows)
        .forEach(
            (outlet, words) -> {
              var list = new ArrayList<StoryPage.Word>();
              words.forEach(
                  (word, cites) -> {
                    Cite first = cites.get(0);
                    list.add(
                        new StoryPage.Word(
                            word,
                            cites.size(),
                            Links.cite(first.article(), first.start(), first.end())));
                  });
              views.add(new StoryPage.WordingRow(outlet, list));
            });
    return new StoryPage.WordingView(disagreement.about(), views);
  }

  private List<StoryPage.ActorGroup> actors() {
    var groups = new ArrayList<StoryPage.ActorGroup>();
    group(groups, "People", record.people());
    group(groups, "Organisations", record.organizations());
    group(groups, "Places", record.places());
    return groups;
  }

  private void group(
      List<StoryPage.ActorGroup> groups, String name, List<StoryRecord.Actor> actors) {
    if (!actors.isEmpty()) {
      String part = name.toLowerCase(Locale.ROOT);
      groups.add(
          new StoryPage.ActorGroup(
              name,
              piece.of(part, actors, ACTORS_SHOWN).stream().map(this::actor).toList(),
              more(part, actors.size(), ACTORS_SHOWN)));
    }
  }

  private StoryPage.ActorView actor(StoryRecord.Actor actor) {
    var roles =
        actor.roles().stream()
            .limit(4)
            .map(role -> role.tense().told(role.role()))
            .distinct()
            .toList();
    return new StoryPage.ActorView(
        Words.shorten(actor.name(), NAME),
        roles.isEmpty() ? null : String.join("; ", roles),
        actor.mentions(),
        cites(actor.cites().places()));
  }

  private StoryPage.ArticleRow article(StoryRecord.Member member) {
    String origin = "";
    for (StoryRecord.LineageGroup group : record.lineages()) {
      if (group.id() == member.lineage()) {
        origin =
            group.articles().size() == 1 && group.cites().isEmpty()
                ? group.how()
                : (group.origin() == null ? "" : group.origin() + ": ") + group.how();
      }
    }
    return new StoryPage.ArticleRow(
        Links.article(member.id()),
        Words.shorten(member.title() == null ? member.id() : member.title(), TITLE),
        member.source() == null ? "outlet not stated" : Words.shorten(member.source(), NAME),
        member.published() == null
            ? "not stated"
                + (member.placed() == null ? "" : "; taken for " + Words.date(member.placed()))
            : Words.zoned(member.published()),
        member.modified() == null ? null : Words.zoned(member.modified()),
        origin,
        Words.notice(member.notice()),
        Words.shorten(member.why(), 400));
  }

  private StoryPage.PictureView picture(StoryRecord.PictureEntry picture) {
    var credit = new ArrayList<String>();
    if (picture.photographer() != null) {
      credit.add(picture.photographer());
    }
    if (picture.credit() != null) {
      credit.add(picture.credit());
    }
    return new StoryPage.PictureView(
        Words.harmless(picture.caption()),
        credit.isEmpty() ? "no credit given" : Words.shorten(String.join(" / ", credit), 200),
        cites(picture.cites().places()));
  }
}
