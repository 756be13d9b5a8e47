/** The newsroom's desk: pages and REST API over the store. */
@NullMarked
package dev.annals.web;

import org.jspecify.annotations.NullMarked;
