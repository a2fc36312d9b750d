/*
 * The floor: what a relay of mini frames costs at least, one system call for many datagrams and nothing but two bytes rewritten.
 * It knows no calls. Call numbers come in pairs, 2n and 2n+1: what one of a pair sends goes to where the other was heard from last.
 * Load for it: asterism perf raw-bridge.
 *
 *   cc -O2 -o floor floor.c && ./floor ADDRESS PORT
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

enum { BATCH = 64, SLOT = 2048, NUMBERS = 32768, BUFFER = 4 << 20 };

static struct sockaddr_in home[NUMBERS];
static struct sockaddr_in source[BATCH];
static unsigned char slot[BATCH][SLOT];
static struct iovec vector[BATCH], outVector[BATCH];
static struct mmsghdr in[BATCH], out[BATCH];

int main(int argc, char **argv) {
  struct sockaddr_in self = {.sin_family = AF_INET};
  if (argc != 3 || inet_pton(AF_INET, argv[1], &self.sin_addr) != 1) {
    fprintf(stderr, "usage: floor ADDRESS PORT\n");
    return 2;
  }
  self.sin_port = htons(atoi(argv[2]));
  int fd = socket(AF_INET, SOCK_DGRAM, 0), bytes = BUFFER;
  setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
  setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &bytes, sizeof bytes);
  if (fd < 0 || bind(fd, (struct sockaddr *)&self, sizeof self) < 0) {
    perror("floor");
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
      int number = slot[i][0] << 8 | slot[i][1];
      if (in[i].msg_len < 4 || number >= NUMBERS) continue;
      home[number] = source[i];
      int other = number ^ 1;
      if (home[other].sin_port == 0) continue;
      slot[i][0] = other >> 8;
      slot[i][1] = other & 0xFF;
      outVector[sends] = (struct iovec){slot[i], in[i].msg_len};
      out[sends++].msg_hdr.msg_name = &home[other];
    }
    for (int done = 0; done < sends;) {
      int sent = sendmmsg(fd, out + done, sends - done, 0);
      if (sent <= 0) break;
      done += sent;
    }
  }
}
