/** Keep-alive connections to a server on this machine, as cheap as a Node process can have them. */
import { connect, type Socket } from 'node:net'
import { readAnswer } from './read-answer.ts'

/** One request; `hear` gets a view that holds only during the call. */
export type Ask = {
  /** The whole request, head and body, in ASCII. */
  readonly request: string
  readonly hear: (status: number, body: Buffer) => void
  /** The connection broke before the answer: nobody knows whether it was done. */
  readonly lost?: () => void
}

const nothing = Buffer.alloc(0)
const reconnectMs = 50
// libuv fills it and tells at once, so all connections share it.
const shared = Buffer.allocUnsafe(256 * 1024)

/** A connection that opens itself anew when it breaks. Requests wait on it in order (pipelining) until answered. */
export class Wire {
  readonly waiting: Ask[] = []
  private socket: Socket | null = null
  private held: Buffer = nothing
  private closed = false
  private readonly port: number
  private readonly localAddress: string
  private readonly free: (wire: Wire) => void

  /** `free` hears of every moment at which one more request may be sent. */
  constructor(port: number, localAddress: string, free: (wire: Wire) => void) {
    this.port = port
    this.localAddress = localAddress
    this.free = free
    this.open()
  }

  get ready(): boolean {
    return this.socket !== null
  }

  send(ask: Ask): void {
    this.waiting.push(ask)
    this.socket!.write(ask.request, 'latin1')
  }

  close(): void {
    this.closed = true
    this.socket?.destroy()
  }

  private open(): void {
    const socket: Socket = connect({
      host: '127.0.0.1',
      port: this.port,
      localAddress: this.localAddress,
      noDelay: true,
      onread: {
        buffer: shared,
        callback: length => {
          this.take(socket, shared.subarray(0, length))
          return true
        },
      },
    })
    socket.on('connect', () => {
      this.socket = socket
      this.free(this)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      this.socket = null
      this.held = nothing
      for (const ask of this.waiting.splice(0)) ask.lost?.()
      if (!this.closed) setTimeout(() => this.closed || this.open(), reconnectMs)
    })
  }

  private take(socket: Socket, fresh: Buffer): void {
    const bytes = this.held.length ? Buffer.concat([this.held, fresh]) : fresh
    let at = 0
    while (at < bytes.length) {
      const answer = readAnswer(bytes, at)
      if (!answer) break
      at = answer.next
      const ask = this.waiting.shift()
      // Said before anything was asked: a server that has no more time for this connection.
      if (!ask) return void socket.destroy()
      ask.hear(answer.status, answer.body)
      if (socket.destroyed) return
      this.free(this)
    }
    this.held = at < bytes.length ? Buffer.from(bytes.subarray(at)) : nothing
  }
}
