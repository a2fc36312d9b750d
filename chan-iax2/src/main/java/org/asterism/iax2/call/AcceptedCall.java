package org.asterism.iax2.call;

import org.asterism.iax2.config.User;

/**
 * An incoming call that may be connected.
 *
 * @param request    what its NEW said, variables of later frames added
 * @param user       whose call it is
 * @param context    where it goes
 * @param extension  what it dials
 * @param authMethod how the caller proved who he is: {@code none}, {@code plaintext}, {@code MD5} or {@code RSA}
 */
public record AcceptedCall(NewCall request, User user, String context, String extension, String authMethod) {}
