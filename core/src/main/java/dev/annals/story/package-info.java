/** Stories: the articles about one event find each other. */
@NullMarked
package dev.annals.story;

import org.jspecify.annotations.NullMarked;
