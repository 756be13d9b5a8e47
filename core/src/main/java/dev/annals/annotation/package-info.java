/** What is found in an article's text: names, times, quotes, claims, changes, events, figures. */
@NullMarked
package dev.annals.annotation;

import org.jspecify.annotations.NullMarked;
