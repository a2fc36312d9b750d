/*
 * What the floors share: a UDP socket, one system call for a batch that comes in, and one for a batch that leaves.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

enum { BATCH = 64, SLOT = 2048, BUFFER = 4 << 20 };

static struct sockaddr_in source[BATCH];
static unsigned char slot[BATCH][SLOT];
static struct iovec vector[BATCH], outVector[BATCH];
static struct mmsghdr in[BATCH], out[BATCH];

/* Binds to the address and port of the command line, and says that it is ready; ends the program where that can't be. */
static int open_floor(int argc, char **argv) {
  struct sockaddr_in self = {.sin_family = AF_INET};
  if (argc != 3 || inet_pton(AF_INET, argv[1], &self.sin_addr) != 1) {
    fprintf(stderr, "usage: %s ADDRESS PORT\n", argv[0]);
    exit(2);
  }
  self.sin_port = htons(atoi(argv[2]));
  int fd = socket(AF_INET, SOCK_DGRAM, 0), bytes = BUFFER;
  setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
  setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &bytes, sizeof bytes);
  if (fd < 0 || bind(fd, (struct sockaddr *)&self, sizeof self) < 0) {
    perror(argv[0]);
    exit(1);
  }
  for (int i = 0; i < BATCH; i++) {
    vector[i] = (struct iovec){slot[i], SLOT};
    in[i].msg_hdr = (struct msghdr){.msg_name = &source[i], .msg_iov = &vector[i], .msg_iovlen = 1};
    out[i].msg_hdr = (struct msghdr){.msg_iov = &outVector[i], .msg_iovlen = 1, .msg_namelen = sizeof source[0]};
  }
  puts("ready");
  fflush(stdout);
  return fd;
}

/* Waits for a datagram, and takes those with it that are there; how many. */
static int receive(int fd) {
  for (int i = 0; i < BATCH; i++) in[i].msg_hdr.msg_namelen = sizeof source[0];
  return recvmmsg(fd, in, BATCH, MSG_WAITFORONE, NULL);
}

/* Puts a datagram into its place of the batch that leaves. */
static void put(int place, void *bytes, int length, struct sockaddr_in *to) {
  outVector[place] = (struct iovec){bytes, length};
  out[place].msg_hdr.msg_name = to;
}

static void send_all(int fd, int sends) {
  for (int done = 0; done < sends;) {
    int sent = sendmmsg(fd, out + done, sends - done, 0);
    if (sent <= 0) break;
    done += sent;
  }
}
