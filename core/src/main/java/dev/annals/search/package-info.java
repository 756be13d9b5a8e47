/** What matches a query. */
@NullMarked
package dev.annals.search;

import org.jspecify.annotations.NullMarked;
