/*
 * The floor of registrations: what seven datagrams of one cost at least, one system call for many of them. It knows nobody and believes
 * everybody: the same token, the same challenge and a grant for all, without a table, without a hash.
 * Load for it: asterism perf register.
 *
 *   cc -O2 -o registrar-floor registrar-floor.c && ./registrar-floor ADDRESS PORT
 */
#include "floor.h"

enum { HEADER = 12, CALL = 2 };
enum { IAX = 6, REGREQ = 13, REGAUTH = 14, REGACK = 15, CALLTOKEN = 40 };
enum { USERNAME = 6, AUTHMETHODS = 14, CHALLENGE = 15, REFRESH = 19, TOKEN = 54, MD5 = 2 };

static unsigned char answer[BATCH][SLOT];
static const char token[] = "1234567890?0123456789abcdef0123456789abcdef01234567", challenge[] = "123456789";

static unsigned char *element(unsigned char *at, int number, const void *bytes, int length) {
  at[0] = number;
  at[1] = length;
  memcpy(at + 2, bytes, length);
  return at + 2 + length;
}

/* Length of the answer to a datagram; 0 for none. */
static int reply(const unsigned char *frame, int length, unsigned char *to) {
  if (length < HEADER || !(frame[0] & 0x80) || frame[10] != IAX || frame[11] != REGREQ) return 0;
  int again = (frame[2] & 0x7F) << 8 | frame[3], empty = 0;
  const unsigned char *name = NULL, *refresh = NULL;
  for (int at = HEADER; at + 2 <= length && at + 2 + frame[at + 1] <= length; at += 2 + frame[at + 1]) {
    if (frame[at] == USERNAME) name = frame + at;
    if (frame[at] == REFRESH) refresh = frame + at;
    if (frame[at] == TOKEN) empty = frame[at + 1] == 0;
  }
  if (name == NULL || refresh == NULL) return 0;
  int command = again ? REGACK : empty ? CALLTOKEN : REGAUTH, call = command == CALLTOKEN ? 1 : CALL;
  unsigned char *end = to + HEADER;
  to[0] = 0x80 | call >> 8;
  to[1] = call;
  to[2] = frame[0] & 0x7F;
  to[3] = frame[1];
  memcpy(to + 4, frame + 4, 4);
  to[8] = again ? 1 : 0;
  to[9] = frame[8] + 1;
  to[10] = IAX;
  to[11] = command;
  if (command == CALLTOKEN) {
    end = element(end, TOKEN, token, sizeof token - 1);
  } else if (command == REGAUTH) {
    end = element(end, AUTHMETHODS, (unsigned char[]){0, MD5}, 2);
    end = element(end, CHALLENGE, challenge, sizeof challenge - 1);
    end = element(end, USERNAME, name + 2, name[1]);
  } else {
    end = element(end, USERNAME, name + 2, name[1]);
    end = element(end, REFRESH, refresh + 2, refresh[1]);
  }
  return end - to;
}

int main(int argc, char **argv) {
  int fd = open_floor(argc, argv);
  for (;;) {
    int count = receive(fd), sends = 0;
    for (int i = 0; i < count; i++) {
      int length = reply(slot[i], in[i].msg_len, answer[sends]);
      if (length == 0) continue;
      put(sends, answer[sends], length, &source[i]);
      sends++;
    }
    send_all(fd, sends);
  }
}
