/** What is kept between runs. */
@NullMarked
package dev.annals.store;

import org.jspecify.annotations.NullMarked;
