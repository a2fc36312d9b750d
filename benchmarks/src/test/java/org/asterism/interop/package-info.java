/**
 * The running program against real peers: Asterisk 22, iaxmodem, tshark. Every test starts the built tree through the launcher, in
 * a folder of its own, on loopback and ephemeral ports.
 */
package org.asterism.interop;
