/** Made-up news, as much as one likes, to measure speed and memory with. */
@NullMarked
package dev.annals.made;

import org.jspecify.annotations.NullMarked;
