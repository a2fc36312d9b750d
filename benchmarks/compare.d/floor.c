/*
 * The floor: what a relay of mini frames costs at least, one system call for many datagrams and nothing but two bytes rewritten.
 * It knows no calls. Call numbers come in pairs, 2n and 2n+1: what one of a pair sends goes to where the other was heard from last.
 * Load for it: asterism perf raw-bridge.
 *
 *   cc -O2 -o floor floor.c && ./floor ADDRESS PORT
 */
#include "floor.h"

enum { NUMBERS = 32768 };

static struct sockaddr_in home[NUMBERS];

int main(int argc, char **argv) {
  int fd = open_floor(argc, argv);
  for (;;) {
    int count = receive(fd), sends = 0;
    for (int i = 0; i < count; i++) {
      int number = slot[i][0] << 8 | slot[i][1];
      if (in[i].msg_len < 4 || number >= NUMBERS) continue;
      home[number] = source[i];
      int other = number ^ 1;
      if (home[other].sin_port == 0) continue;
      slot[i][0] = other >> 8;
      slot[i][1] = other & 0xFF;
      put(sends++, slot[i], in[i].msg_len, &home[other]);
    }
    send_all(fd, sends);
  }
}
