/** Uses Annals as an embedder does: only what is public. */
package dev.annals.apitest;
