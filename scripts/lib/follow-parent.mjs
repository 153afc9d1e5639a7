// Loaded into a server by --import, for its effect: when the command that started it is gone (even by kill -9), the
// server ends too, instead of holding the port without anyone who would stop it.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
