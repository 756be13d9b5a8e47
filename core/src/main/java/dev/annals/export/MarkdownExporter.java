package dev.annals.export;

import dev.annals.annotation.Modality;
import dev.annals.annotation.QuoteKind;
import dev.annals.article.Cite;
import dev.annals.record.StoryRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The record as an editor reads it: each statement with the number of the sentence behind it. */
final class MarkdownExporter implements Exporter {

  private static final int LEAD = 10;

  /** Ids of articles of one source that are printed. */
  private static final int IDS = 50;

  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public String mediaType() {
    return "text/markdown;charset=utf-8";
  }

  @Override
  public String extension() {
    return "md";
  }

  @Override
  public void write(StoryRecord record, OutputStream out) throws IOException {
    out.write(new Page(record).text().getBytes(StandardCharsets.UTF_8));
  }

  /** One record on its way to a page. */
  private static final class Page {

    private final StoryRecord record;
    private final StringBuilder page = new StringBuilder();
    private final CiteNumbers numbers = new CiteNumbers();

    Page(StoryRecord record) {
      this.record = record;
    }

    String text() {
      head();
      lead();
      timeline();
      tracks();
      quotes();
      people();
      claims();
      disagreements();
      pictures();
      articles();
      corrections();
      sources();
      return page.toString();
    }

    private void line(String... parts) {
      for (String part : parts) {
        page.append(part);
      }
      page.append('\n');
    }

    private void section(String title) {
      line();
      line("## ", title);
      line();
    }

    /** Says how many there are beside those that are printed. */
    private void more(List<?> all, String plural) {
      String more = Printed.more(all, plural);
      if (!more.isEmpty()) {
        line();
        line(more);
      }
    }

    private static String plural(int number, String noun) {
      return number + " " + noun + (number == 1 ? "" : "s");
    }

    private String cites(List<Cite> cites) {
      String shown = numbers.of(cites);
      var retracted = record.retracted();
      boolean rests =
          !cites.isEmpty() && cites.stream().allMatch(c -> retracted.contains(c.article()));
      return (shown.isEmpty() ? "" : " " + shown) + (rests ? " (retracted by its outlet)" : "");
    }

    private static String sources(int sources) {
      return sources > 1 ? " (" + sources + " sources)" : "";
    }

    private void head() {
      line("# ", MarkdownText.of(record.title()));
      line();
      String start = MarkdownText.day(record.start());
      String end = MarkdownText.day(record.end());
      String days = start.isEmpty() ? "no date" : start.equals(end) ? start : start + " – " + end;
      line(
          days,
          " · ",
          plural(record.articles().size(), "article"),
          " · ",
          plural(record.independentSources(), "independent source"),
          " · `",
          record.id().replace("`", ""),
          "`");
    }

    private void lead() {
      var entries = new ArrayList<StoryRecord.Entry>();
      for (StoryRecord.Entry entry : record.timeline()) {
        if (!entry.background()) {
          entries.add(entry);
        }
      }
      if (entries.isEmpty()) {
        return;
      }
      entries.sort(Comparator.comparingDouble(StoryRecord.Entry::importance).reversed());
      section("In brief");
      for (StoryRecord.Entry entry : entries.subList(0, Math.min(LEAD, entries.size()))) {
        String day = MarkdownText.day(entry.date());
        line("- ", day.isEmpty() ? "" : "**" + day + "** ", statement(entry));
      }
    }

    private String statement(StoryRecord.Entry entry) {
      return MarkdownText.of(entry.text())
          + modality(entry.modality())
          + sources(entry.sources())
          + cites(entry.cites().places());
    }

    private static String modality(Modality modality) {
      return modality == Modality.ASSERTED ? "" : " *(" + JsonOut.label(modality) + ")*";
    }

    private void timeline() {
      if (record.timeline().isEmpty()) {
        return;
      }
      section("Timeline");
      String before = "";
      for (StoryRecord.Entry entry : Printed.entries(record.timeline())) {
        String day = MarkdownText.weekday(entry.date());
        if (!day.equals(before)) {
          line(before.isEmpty() ? "" : "\n", "**", day.isEmpty() ? "Day unknown" : day, "**\n");
          before = day;
        }
        line(
            "- ",
            entry.time() == null ? "" : MarkdownText.of(entry.time()) + " ",
            entry.background() ? "*Background:* " : "",
            statement(entry));
      }
      more(record.timeline(), "entries");
    }

    private void tracks() {
      if (record.tracks().isEmpty()) {
        return;
      }
      section("How things stood");
      for (StoryRecord.Track track : Printed.of(record.tracks())) {
        var states = new ArrayList<String>();
        for (StoryRecord.State state : track.states()) {
          String day = MarkdownText.day(state.date());
          states.add(
              MarkdownText.of(state.state())
                  + modality(state.modality())
                  + (day.isEmpty() ? "" : ", " + day)
                  + sources(state.sources())
                  + cites(state.cites().places()));
        }
        line("- **", MarkdownText.of(track.subject()), "**: ", String.join(" → ", states));
      }
      more(record.tracks(), "tracks");
    }

    private void quotes() {
      if (record.quotes().isEmpty()) {
        return;
      }
      section("Quotes");
      var bySpeaker = new LinkedHashMap<String, List<StoryRecord.QuoteEntry>>();
      for (StoryRecord.QuoteEntry quote : Printed.quotes(record.quotes())) {
        var speaker = quote.speaker();
        bySpeaker
            .computeIfAbsent(speaker == null ? "" : speaker.name(), s -> new ArrayList<>())
            .add(quote);
      }
      List<StoryRecord.QuoteEntry> unknown = bySpeaker.remove("");
      for (Map.Entry<String, List<StoryRecord.QuoteEntry>> entry : bySpeaker.entrySet()) {
        var roles = new ArrayList<String>();
        for (StoryRecord.QuoteEntry quote : entry.getValue()) {
          var speaker = quote.speaker();
          if (speaker != null && speaker.role() != null && !roles.contains(speaker.role())) {
            roles.add(speaker.role());
          }
        }
        speaker(
            "**"
                + MarkdownText.of(entry.getKey())
                + "**"
                + (roles.isEmpty() ? "" : ", " + MarkdownText.of(roles.get(0))),
            entry.getValue());
      }
      if (unknown != null) {
        speaker("**Speaker unknown**", unknown);
      }
      more(record.quotes(), "quotes");
    }

    private void speaker(String name, List<StoryRecord.QuoteEntry> quotes) {
      line(name);
      line();
      for (StoryRecord.QuoteEntry quote : quotes) {
        boolean indirect = quote.kind() == QuoteKind.INDIRECT;
        line(
            "- ",
            indirect ? "(in other words) " : "“",
            MarkdownText.of(quote.text()),
            indirect ? "" : "”",
            quote.venue() == null ? "" : " — " + MarkdownText.of(quote.venue()),
            sources(quote.sources()),
            cites(quote.cites().places()));
        for (String variant : quote.variants()) {
          line("  - also given as: “", MarkdownText.of(variant), "”");
        }
      }
      line();
    }

    private void people() {
      if (record.people().isEmpty()) {
        return;
      }
      section("People");
      for (StoryRecord.Actor person : Printed.of(record.people())) {
        var roles = new ArrayList<String>();
        for (StoryRecord.ActorRole role : person.roles()) {
          roles.add(MarkdownText.of(role.tense().told(role.role())) + cites(role.cites().places()));
        }
        line(
            "- **",
            MarkdownText.of(person.name()),
            "**",
            roles.isEmpty() ? "" : ": " + String.join("; ", roles),
            " (",
            plural(person.mentions(), "mention"),
            ")",
            roles.isEmpty() ? cites(person.cites().places()) : "");
      }
      more(record.people(), "names");
    }

    private void claims() {
      if (record.claims().isEmpty()) {
        return;
      }
      section("Claims");
      for (StoryRecord.ClaimEntry claim : Printed.of(record.claims())) {
        String by = claim.by() == null ? "" : " by " + MarkdownText.of(claim.by());
        line("- “", MarkdownText.of(claim.text()), "”");
        if (!claim.asserted().isEmpty()) {
          line("  - asserted", by, cites(claim.asserted()));
        }
        for (StoryRecord.Dispute dispute : claim.disputed()) {
          line("  - disputed by ", MarkdownText.of(dispute.by()), cites(dispute.cites().places()));
        }
        if (!claim.withdrawn().isEmpty()) {
          line("  - withdrawn", cites(claim.withdrawn()));
        }
      }
      more(record.claims(), "claims");
    }

    private void disagreements() {
      if (record.disagreements().isEmpty()) {
        return;
      }
      section("Where reports differ");
      line("| about | kind | version | sources | where |");
      line("| --- | --- | --- | --- | --- |");
      for (StoryRecord.Disagreement disagreement : Printed.of(record.disagreements())) {
        String about = MarkdownText.of(disagreement.about());
        String kind =
            MarkdownText.of(disagreement.kind()) + (disagreement.update() ? ", updated" : "");
        for (StoryRecord.Version version : disagreement.versions()) {
          line(
              "| ",
              about,
              " | ",
              kind,
              " | ",
              MarkdownText.of(version.value()),
              " | ",
              Integer.toString(version.sources()),
              " |",
              cites(version.cites().places()),
              " |");
          about = "";
          kind = "";
        }
      }
      more(record.disagreements(), "disagreements");
    }

    private void pictures() {
      if (record.pictures().isEmpty()) {
        return;
      }
      section("Pictures");
      for (StoryRecord.PictureEntry picture : Printed.of(record.pictures())) {
        var credit = new ArrayList<String>();
        if (picture.photographer() != null) {
          credit.add(MarkdownText.of(picture.photographer()));
        }
        if (picture.credit() != null) {
          credit.add(MarkdownText.of(picture.credit()));
        }
        line(
            "- ",
            MarkdownText.of(picture.caption()),
            credit.isEmpty() ? "" : " *(" + String.join(" / ", credit) + ")*",
            cites(picture.cites().places()));
      }
      more(record.pictures(), "pictures");
    }

    private void articles() {
      section("Articles");
      line("| outlet | published | headline | source | why it is here |");
      line("| --- | --- | --- | --- | --- |");
      for (StoryRecord.Member article : Printed.of(record.articles())) {
        String title = MarkdownText.of(article.title() == null ? article.id() : article.title());
        String link = MarkdownText.link(title, article.url());
        String day = MarkdownText.day(article.published());
        line(
            "| ",
            MarkdownText.of(article.source()),
            " | ",
            day.isEmpty() ? "not dated" : day,
            " | ",
            link.isEmpty() ? title : link,
            " | ",
            Integer.toString(article.lineage()),
            " | ",
            MarkdownText.of(
                article.notice() == null ? article.why() : article.notice() + "; " + article.why()),
            " |");
      }
      more(record.articles(), "articles");
      line();
      for (StoryRecord.LineageGroup lineage : Printed.of(record.lineages())) {
        var ids = lineage.articles().stream().limit(IDS).map(MarkdownText::of).toList();
        int left = lineage.articles().size() - ids.size();
        line(
            "- Source ",
            Integer.toString(lineage.id()),
            lineage.origin() == null ? "" : ", " + MarkdownText.of(lineage.origin()),
            " (",
            MarkdownText.of(lineage.how()),
            "): ",
            String.join(", ", ids),
            left > 0 ? " and " + left + " more" : "",
            cites(lineage.cites()));
      }
      more(record.lineages(), "sources");
    }

    private void corrections() {
      if (record.corrections().isEmpty()) {
        return;
      }
      section("Corrections");
      for (StoryRecord.CorrectionNote note : record.corrections()) {
        line(
            "- ",
            MarkdownText.of(note.at()),
            ", ",
            MarkdownText.of(note.author()),
            ": ",
            MarkdownText.of(note.text()));
      }
    }

    private void sources() {
      section("Sentences");
      int number = 0;
      for (Cite cite : numbers.all()) {
        number++;
        String link = MarkdownText.link("open", cite.link());
        line(
            Integer.toString(number),
            ". ",
            MarkdownText.of(outlet(cite.article())),
            ", ",
            cite.role().label(),
            " ",
            Integer.toString(cite.start()),
            "–",
            Integer.toString(cite.end()),
            ": “",
            MarkdownText.of(cite.text()),
            "”",
            link.isEmpty() ? "" : " " + link);
      }
    }

    private String outlet(String article) {
      for (StoryRecord.Member member : record.articles()) {
        if (member.id().equals(article)) {
          return member.source() == null ? article : member.source();
        }
      }
      return article;
    }
  }
}
