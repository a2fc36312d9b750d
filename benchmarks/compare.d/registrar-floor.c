/*
 * The floor of registrations: what seven datagrams of one cost at least, one system call for many of them. It knows nobody and believes
 * everybody: the same token, the same challenge and a grant for all, without a table, without a hash.
 * Load for it: asterism perf register.
 *
 *   cc -O2 -o registrar-floor registrar-floor.c && ./registrar-floor ADDRESS PORT
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

enum { BATCH = 64, SLOT = 2048, BUFFER = 4 << 20, HEADER = 12, CALL = 2 };
enum { IAX = 6, REGREQ = 13, REGAUTH = 14, REGACK = 15, CALLTOKEN = 40 };
enum { USERNAME = 6, AUTHMETHODS = 14, CHALLENGE = 15, REFRESH = 19, TOKEN = 54, MD5 = 2 };

static struct sockaddr_in source[BATCH];
static unsigned char slot[BATCH][SLOT], answer[BATCH][SLOT];
static struct iovec vector[BATCH], outVector[BATCH];
static struct mmsghdr in[BATCH], out[BATCH];
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
  struct sockaddr_in self = {.sin_family = AF_INET};
  if (argc != 3 || inet_pton(AF_INET, argv[1], &self.sin_addr) != 1) {
    fprintf(stderr, "usage: registrar-floor ADDRESS PORT\n");
    return 2;
  }
  self.sin_port = htons(atoi(argv[2]));
  int fd = socket(AF_INET, SOCK_DGRAM, 0), bytes = BUFFER;
  setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
  setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &bytes, sizeof bytes);
  if (fd < 0 || bind(fd, (struct sockaddr *)&self, sizeof self) < 0) {
    perror("registrar-floor");
    return 1;
  }
  for (int i = 0; i < BATCH; i++) {
    vector[i] = (struct iovec){slot[i], SLOT};
    in[i].msg_hdr = (struct msghdr){.msg_name = &source[i], .msg_iov = &vector[i], .msg_iovlen = 1};
    out[i].msg_hdr = (struct msghdr){.msg_iov = &outVector[i], .msg_iovlen = 1, .msg_namelen = sizeof source[0]};
  }
  puts("ready");
  fflush(stdout);
  for (;;) {
    for (int i = 0; i < BATCH; i++) in[i].msg_hdr.msg_namelen = sizeof source[0];
    int count = recvmmsg(fd, in, BATCH, MSG_WAITFORONE, NULL), sends = 0;
    for (int i = 0; i < count; i++) {
      int length = reply(slot[i], in[i].msg_len, answer[sends]);
      if (length == 0) continue;
      outVector[sends] = (struct iovec){answer[sends], length};
      out[sends++].msg_hdr.msg_name = &source[i];
    }
    for (int done = 0; done < sends;) {
      int sent = sendmmsg(fd, out + done, sends - done, 0);
      if (sent <= 0) break;
      done += sent;
    }
  }
}
