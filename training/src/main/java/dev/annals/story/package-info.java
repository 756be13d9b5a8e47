/** Makes the resources that stories are found with. */
@NullMarked
package dev.annals.story;

import org.jspecify.annotations.NullMarked;
