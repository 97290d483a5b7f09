/** Loaded before a server of the replay: its clock stands until the bench moves it. The product knows nothing of it. */
import { createServer } from 'node:net'

let nowMs = Number(process.env.JIANBAO_BENCH_NOW)
const SystemDate = Date
const now = () => nowMs

globalThis.Date = new Proxy(SystemDate, {
  construct: (target, given, created) =>
    Reflect.construct(target, given.length > 0 ? given : [nowMs], created),
  apply: () => new SystemDate(nowMs).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})

// Eight bytes say what time it is, one says it was heard.
createServer(socket =>
  socket.on('data', bytes => {
    nowMs = bytes.readDoubleLE(bytes.length - 8)
    socket.write('.')
  }),
)
  .listen(Number(process.env.JIANBAO_BENCH_CLOCK), '127.0.0.1')
  .unref()
