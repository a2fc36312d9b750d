/** {@code app_playback}: prompts. */
@NullMarked
package org.asterism.apps.playback;

import org.jspecify.annotations.NullMarked;
