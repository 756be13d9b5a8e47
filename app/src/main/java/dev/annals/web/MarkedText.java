package dev.annals.web;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Claim;
import dev.annals.annotation.Mention;
import dev.annals.annotation.Quote;
import dev.annals.article.Article;
import dev.annals.article.Block;
import dev.annals.article.Role;
import dev.annals.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an article's text into stretches that are shown in one way each. A cite wins over a time, a
 * time over a quote.
 */
final class MarkedText {

  private static final int LONGEST_BLOCK = 200_000;

  private final Article article;
  private final @Nullable Span target;
  private final String[] styles;
  private final String[] titles;

  MarkedText(Article article, Annotations annotations, @Nullable Span target) {
    this.article = article;
    this.target = target;
    this.styles = new String[article.text().length()];
    this.titles = new String[article.text().length()];
    for (Quote quote : annotations.quotes()) {
      String speaker = quote.speaker() == null ? "speaker unknown" : quote.speaker().name();
      mark(
          quote.content(),
          "quote",
          quote.kind().name().toLowerCase(Locale.ROOT) + " quote: " + speaker);
    }
    for (Claim claim : annotations.claims()) {
      mark(new Span(claim.start(), claim.end()), "claim", claim.stance().label());
    }
    annotations
        .changes()
        .forEach(c -> mark(new Span(c.start(), c.end()), "change", c.subject() + ": " + c.state()));
    for (Mention mention : annotations.mentions()) {
      mark(mention.span(), mention.type().name().toLowerCase(Locale.ROOT), mention.name());
    }
    annotations.times().forEach(t -> mark(t.span(), "time", t.value()));
    if (target != null) {
      mark(target, "target", "the words that the record cites");
    }
  }

  private void mark(Span span, String style, String title) {
    for (int i = span.start(); i < Math.min(span.end(), styles.length); i++) {
      styles[i] = style;
      titles[i] = title;
    }
  }

  List<ArticlePage.BlockView> blocks() {
    var views = new ArrayList<ArticlePage.BlockView>();
    var blocks = article.blocks();
    if (blocks.isEmpty()) {
      blocks = List.of(new Block(Role.PARAGRAPH, 0, article.text().length()));
    }
    boolean targetOpen = target != null;
    String entry = null;
    for (Block block : blocks) {
      var runs = new ArrayList<Run>();
      int end = Math.min(block.end(), block.start() + LONGEST_BLOCK);
      int at = block.start();
      while (at < end) {
        int stop = at + 1;
        while (stop < end && same(at, stop)) {
          stop++;
        }
        boolean first = targetOpen && "target".equals(styles[at]);
        runs.add(
            new Run(
                article.text().substring(at, stop),
                styles[at],
                titles[at] == null ? "" : titles[at],
                first));
        targetOpen &= !first;
        at = stop;
      }
      boolean plain =
          block.role() == Role.PARAGRAPH
              || block.role() == Role.HEADING
              || block.role() == Role.LIST;
      boolean opens = block.time() != null && !block.time().equals(entry);
      entry = block.time();
      String label = opens ? Words.stamp(entry) : plain ? null : block.role().label();
      views.add(new ArticlePage.BlockView(block.role().label(), label, runs));
    }
    return views;
  }

  private boolean same(int a, int b) {
    return styles[a] == styles[b] && titles[a] == titles[b];
  }
}
