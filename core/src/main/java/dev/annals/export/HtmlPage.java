package dev.annals.export;

import dev.annals.annotation.Modality;
import dev.annals.annotation.QuoteKind;
import dev.annals.article.Cite;
import dev.annals.record.StoryRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One record on its way to a page that stands alone. */
final class HtmlPage {

  private static final int LEAD = 10;
  private static final int TITLE = 300;
  private static final int NAME = 160;

  /** Nothing may be loaded or run, whatever a browser finds in the page. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private final StoryRecord record;
  private final StringBuilder page = new StringBuilder(1 << 16);
  private final CiteNumbers numbers = new CiteNumbers();

  HtmlPage(StoryRecord record, String style) {
    this.record = record;
    raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n");
    raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    raw("<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    text(Markup.shorten(record.title(), TITLE));
    raw("</title>\n<style>\n" + style + "</style>\n</head>\n<body>\n");
  }

  String html() {
    head();
    lead();
    timeline();
    tracks();
    quotes();
    claims();
    disagreements();
    actors("People", record.people());
    actors("Organisations", record.organizations());
    actors("Places", record.places());
    pictures();
    articles();
    corrections();
    sentences();
    raw("<p class=\"foot\">Made by Annals from the articles named. ");
    raw("Nothing is generated: every statement is a report's own words.</p>\n</body>\n</html>\n");
    return page.toString();
  }

  private void raw(String markup) {
    page.append(markup);
  }

  private void text(String text) {
    page.append(Markup.escape(text));
  }

  private void span(String style, String text) {
    raw("<span class=\"" + style + "\">");
    text(text);
    raw("</span> ");
  }

  private void section(String title) {
    raw("<h2>");
    text(title);
    raw("</h2>\n");
  }

  private void cites(List<Cite> cites) {
    raw("<span class=\"cites\">");
    for (int number : numbers.numbers(cites)) {
      raw("<a href=\"#s" + number + "\">[" + number + "]</a> ");
    }
    raw("</span>");
  }

  private void sources(int sources) {
    if (sources > 1) {
      span("sources", sources + " sources");
    }
  }

  private void modality(Modality modality) {
    if (modality != Modality.ASSERTED) {
      span("flag", JsonOut.label(modality));
    }
  }

  private void more(List<?> all, String plural) {
    String more = Printed.more(all, plural);
    if (!more.isEmpty()) {
      raw("<p class=\"meta\">");
      text(more);
      raw("</p>\n");
    }
  }

  private static String plural(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private void head() {
    raw("<header>\n<h1>");
    text(Markup.shorten(record.title(), TITLE));
    raw("</h1>\n<p class=\"meta\">");
    String start = DayNames.day(record.start());
    String end = DayNames.day(record.end());
    text(start.isEmpty() ? "no date" : start.equals(end) ? start : start + " – " + end);
    text(" · " + plural(record.articles().size(), "article"));
    text(" · " + plural(record.independentSources(), "independent source"));
    raw("</p>\n</header>\n");
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
    var weightiest = new ArrayList<>(entries);
    weightiest.sort(Comparator.comparingDouble(StoryRecord.Entry::importance).reversed());
    var shown = weightiest.subList(0, Math.min(LEAD, weightiest.size()));
    section("In short");
    raw("<ol class=\"plain\">\n");
    for (StoryRecord.Entry entry : entries) {
      if (shown.contains(entry)) {
        raw("<li>");
        span("when", DayNames.day(entry.date()) + clock(entry));
        entry(entry);
        raw("</li>\n");
      }
    }
    raw("</ol>\n");
  }

  private static String clock(StoryRecord.Entry entry) {
    return entry.time() == null ? "" : ", " + entry.time();
  }

  private void entry(StoryRecord.Entry entry) {
    text(entry.text());
    raw(" ");
    if (entry.background()) {
      span("flag", "background");
    }
    modality(entry.modality());
    sources(entry.sources());
    cites(entry.cites().places());
  }

  private void timeline() {
    if (record.timeline().isEmpty()) {
      return;
    }
    section("Timeline");
    TimeAxis axis = TimeAxis.of(record);
    if (axis != null) {
      raw(AxisSvg.figure(axis));
    }
    String before = null;
    for (int i = 0; i < record.timeline().size(); i++) {
      StoryRecord.Entry entry = record.timeline().get(i);
      String day = DayNames.weekday(entry.date());
      if (!day.equals(before)) {
        raw(before == null ? "<h3>" : "</ol>\n<h3>");
        text(day.isEmpty() ? "Day unknown" : day);
        raw("</h3>\n<ol class=\"plain\">\n");
        before = day;
      }
      raw("<li id=\"e" + i + "\">");
      if (entry.time() != null) {
        span("when", entry.time());
      }
      entry(entry);
      raw("</li>\n");
    }
    raw("</ol>\n");
  }

  private void tracks() {
    if (record.tracks().isEmpty()) {
      return;
    }
    section("How things stood");
    for (StoryRecord.Track track : Printed.of(record.tracks())) {
      raw("<h3>");
      text(track.subject());
      raw("</h3>\n<ol class=\"ribbon\">");
      for (StoryRecord.State state : track.states()) {
        raw("<li><strong>");
        text(state.state());
        raw("</strong> ");
        span("when", DayNames.day(state.date()));
        modality(state.modality());
        sources(state.sources());
        cites(state.cites().places());
        raw("</li>");
      }
      raw("</ol>\n");
    }
    more(record.tracks(), "tracks");
  }

  private void quotes() {
    if (record.quotes().isEmpty()) {
      return;
    }
    section("Who said what");
    var bySpeaker = new LinkedHashMap<String, List<StoryRecord.QuoteEntry>>();
    for (StoryRecord.QuoteEntry quote : Printed.quotes(record.quotes())) {
      String name = quote.speaker() == null ? "" : quote.speaker().name();
      bySpeaker.computeIfAbsent(name, n -> new ArrayList<>()).add(quote);
    }
    List<StoryRecord.QuoteEntry> unknown = bySpeaker.remove("");
    for (Map.Entry<String, List<StoryRecord.QuoteEntry>> speaker : bySpeaker.entrySet()) {
      String role = "";
      for (StoryRecord.QuoteEntry quote : speaker.getValue()) {
        if (role.isEmpty() && quote.speaker() != null && quote.speaker().role() != null) {
          role = quote.speaker().role();
        }
      }
      speaker(speaker.getKey(), role, speaker.getValue());
    }
    if (unknown != null) {
      speaker("Speaker unknown", "", unknown);
    }
    more(record.quotes(), "quotes");
  }

  private void speaker(String name, String role, List<StoryRecord.QuoteEntry> quotes) {
    raw("<h3>");
    text(Markup.shorten(name, NAME));
    raw(" ");
    span("role", Markup.shorten(role, NAME));
    raw("</h3>\n");
    for (StoryRecord.QuoteEntry quote : quotes) {
      boolean indirect = quote.kind() == QuoteKind.INDIRECT;
      raw("<blockquote>");
      text(indirect ? quote.text() : "“" + quote.text() + "”");
      raw(" ");
      span("flag", indirect ? "in other words" : "");
      if (quote.venue() != null) {
        span("role", quote.venue());
      }
      sources(quote.sources());
      cites(quote.cites().places());
      for (String variant : quote.variants()) {
        raw("<br>");
        span("role", "also given as: “" + variant + "”");
      }
      raw("</blockquote>\n");
    }
  }

  private void claims() {
    if (record.claims().isEmpty()) {
      return;
    }
    section("Claims");
    table("Claimed", "Disputed or withdrawn");
    for (StoryRecord.ClaimEntry claim : Printed.of(record.claims())) {
      raw("<tr><td>");
      text(claim.text());
      raw("<br>");
      span("role", claim.by() == null ? "claimant not named" : claim.by());
      cites(claim.asserted());
      raw("</td><td>");
      for (StoryRecord.Dispute dispute : claim.disputed()) {
        span("role", dispute.by());
        cites(dispute.cites().places());
        raw("<br>");
      }
      if (!claim.withdrawn().isEmpty()) {
        span("role", "withdrawn");
        cites(claim.withdrawn());
      }
      raw("</td></tr>\n");
    }
    raw("</tbody></table></div>\n");
    more(record.claims(), "claims");
  }

  private void table(String... columns) {
    raw("<div class=\"wide\"><table><thead><tr>");
    for (String column : columns) {
      raw("<th scope=\"col\">" + column + "</th>");
    }
    raw("</tr></thead><tbody>\n");
  }

  private void disagreements() {
    if (record.disagreements().isEmpty()) {
      return;
    }
    section("Where reports differ");
    table("About", "Version", "Sources", "Where");
    for (StoryRecord.Disagreement disagreement : Printed.of(record.disagreements())) {
      String about = disagreement.about();
      for (StoryRecord.Version version : disagreement.versions()) {
        raw("<tr><th scope=\"row\">");
        text(about);
        about = "";
        raw("</th><td>");
        text(version.value());
        raw("</td><td>" + version.sources() + "</td><td>");
        cites(version.cites().places());
        raw("</td></tr>\n");
      }
    }
    raw("</tbody></table></div>\n");
    more(record.disagreements(), "disagreements");
  }

  private void actors(String title, List<StoryRecord.Actor> actors) {
    if (actors.isEmpty()) {
      return;
    }
    section(title);
    raw("<ul class=\"plain\">\n");
    for (StoryRecord.Actor actor : Printed.of(actors)) {
      raw("<li><strong>");
      text(Markup.shorten(actor.name(), NAME));
      raw("</strong> ");
      for (StoryRecord.ActorRole role : actor.roles()) {
        span("role", role.tense().told(role.role()));
        cites(role.cites().places());
      }
      span("n", plural(actor.mentions(), "mention"));
      if (actor.roles().isEmpty()) {
        cites(actor.cites().places());
      }
      raw("</li>\n");
    }
    raw("</ul>\n");
    more(actors, "names");
  }

  private void pictures() {
    if (record.pictures().isEmpty()) {
      return;
    }
    section("Pictures");
    raw("<ul class=\"plain\">\n");
    for (StoryRecord.PictureEntry picture : Printed.of(record.pictures())) {
      raw("<li>");
      text(picture.caption());
      raw(" ");
      if (picture.photographer() != null) {
        span("role", picture.photographer());
      }
      if (picture.credit() != null) {
        span("role", picture.credit());
      }
      cites(picture.cites().places());
      raw("</li>\n");
    }
    raw("</ul>\n");
    more(record.pictures(), "pictures");
  }

  private void articles() {
    section("Where it comes from");
    table("Article", "Published", "Origin", "Why it is here");
    for (StoryRecord.Member article : Printed.of(record.articles())) {
      String title = article.title() == null ? article.id() : article.title();
      raw("<tr><td>");
      link(Markup.shorten(title, NAME), article.url());
      raw("<br>");
      span("role", Markup.shorten(article.source() == null ? "" : article.source(), NAME));
      raw("</td><td>");
      text(article.published() == null ? "not dated" : DayNames.day(article.published()));
      raw("</td><td>");
      for (StoryRecord.LineageGroup group : record.lineages()) {
        if (group.id() == article.lineage()) {
          text("Source " + group.id() + (group.origin() == null ? "" : ", " + group.origin()));
          text(" (" + group.how() + ") ");
          cites(group.cites());
        }
      }
      raw("</td><td>");
      text(article.notice() == null ? article.why() : article.notice() + "; " + article.why());
      raw("</td></tr>\n");
    }
    raw("</tbody></table></div>\n");
    more(record.articles(), "articles");
  }

  private void link(String words, @org.jspecify.annotations.Nullable String url) {
    String address = Markup.address(url);
    if (address == null) {
      text(words);
    } else {
      raw("<a href=\"" + Markup.escape(address) + "\" rel=\"noopener noreferrer\">");
      text(words);
      raw("</a>");
    }
  }

  private void corrections() {
    if (record.corrections().isEmpty()) {
      return;
    }
    section("Corrected by hand");
    raw("<ul class=\"plain\">\n");
    for (StoryRecord.CorrectionNote note : record.corrections()) {
      raw("<li>");
      text(note.at() + ", " + note.author() + ": " + note.text());
      raw("</li>\n");
    }
    raw("</ul>\n");
  }

  private void sentences() {
    section("Sentences");
    raw("<ol class=\"sentences\">\n");
    int number = 0;
    for (Cite cite : numbers.all()) {
      number++;
      raw("<li id=\"s" + number + "\">");
      span("role", outlet(cite.article()) + ", " + cite.role().label());
      raw("<q>");
      text(cite.text());
      raw("</q> ");
      if (Markup.address(cite.link()) != null) {
        link("at the outlet", cite.link());
      }
      raw("</li>\n");
    }
    raw("</ol>\n");
  }

  private String outlet(String article) {
    for (StoryRecord.Member member : record.articles()) {
      if (member.id().equals(article)) {
        return Markup.shorten(member.source() == null ? article : member.source(), NAME);
      }
    }
    return Markup.shorten(article, NAME);
  }
}
