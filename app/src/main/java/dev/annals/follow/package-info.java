/** Follows feeds: fetches politely and safely, and hands what is new to the engine. */
@NullMarked
package dev.annals.follow;

import org.jspecify.annotations.NullMarked;
