package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.text.Tokens;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds time expressions and resolves their values: a grammar over words reads what is said, the
 * resolver counts from the dateline, the time told of last and the tense of the verb.
 */
final class TimeFinder {

  List<TimeExpression> find(Article article, Tokens tokens, Tags tags) {
    return find(article, tokens, tags, new TimeAtoms(tokens));
  }

  List<TimeExpression> find(Article article, Tokens tokens, Tags tags, TimeAtoms atoms) {
    var grammar = new TimeGrammar(atoms, tags);
    var context = new TimeContext(atoms, tags);
    String published = article.published();
    LocalDate today = day(published);
    var resolver = new TimeResolver(today);
    var found = new ArrayList<TimeExpression>();
    int at = 0;
    while (at < atoms.size()) {
      int sentence = atoms.sentence(at);
      int limit = at;
      while (limit < atoms.size() && atoms.sentence(limit) == sentence) {
        limit++;
      }
      grammar.limit(limit);
      String dateline = dateline(article, tokens.block(atoms.token(at)));
      if (!Objects.equals(dateline, published)) {
        published = dateline;
        today = day(dateline);
      }
      resolver.publish(today);
      int first = at;
      TimeForm last = null;
      while (at < limit) {
        TimeForm form = atoms.opens(at) || atoms.isCapital(at) ? grammar.read(at) : null;
        if (form == null || form.end <= at) {
          at++;
          continue;
        }
        int tense = context.direction(form.first, form.end, first, limit);
        if (last != null && grammar.closesRange(last, form)) {
          // "from Monday to Friday"
          form.anchor = TimeForm.Anchor.NARRATED;
          tense = 1;
        }
        last = form;
        String value = resolver.value(form, tense);
        found.add(
            new TimeExpression(
                atoms.start(form.first), atoms.end(form.end - 1), form.type, value, form.rule));
        at = form.end;
        TimeForm more = grammar.furtherDay(form);
        while (more != null) {
          found.add(
              new TimeExpression(
                  atoms.start(more.first),
                  atoms.end(more.end - 1),
                  more.type,
                  resolver.value(more, tense),
                  more.rule));
          at = more.end;
          more = grammar.furtherDay(more);
        }
      }
    }
    return List.copyOf(found);
  }

  /** When a block was published: an entry of a live blog has its own time. */
  static @Nullable String dateline(Article article, int block) {
    boolean known = block >= 0 && block < article.blocks().size();
    String own = known ? article.blocks().get(block).time() : null;
    return own == null ? article.published() : own;
  }

  /** The day of publication as stated, or null. */
  static @Nullable LocalDate day(@Nullable String published) {
    if (published == null || published.length() < 10) {
      return null;
    }
    try {
      return LocalDate.parse(published.substring(0, 10));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
