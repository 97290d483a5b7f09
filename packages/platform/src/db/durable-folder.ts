import { fsyncSync } from 'node:fs'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type InitOptions = Parameters<NodeFS['init']>[1]
type FileOps = { stream_ops: { fsync?: (stream: { nfd?: number }) => number } }

/**
 * A data folder whose commits survive a power failure. PGlite is started with fsync off and its file system has no
 * fsync at all; this one has. `syncs` counts the calls, so that a test can see them happen.
 */
export class DurableFolder extends NodeFS {
  syncs = 0

  override async init(client: PGlite, options: InitOptions) {
    const { emscriptenOpts } = await super.init(client, options)
    const preRun: NonNullable<InitOptions['preRun']> = [
      ...(emscriptenOpts.preRun ?? []),
      module => {
        const files = module.NODEFS as unknown as FileOps
        files.stream_ops.fsync = ({ nfd }) => {
          if (nfd !== undefined) fsyncSync(nfd)
          this.syncs++
          return 0
        }
      },
    ]
    return { emscriptenOpts: { ...emscriptenOpts, preRun } }
  }
}

/** PGlite's own parameters, with fsync on; `fsync` and not `fdatasync`, which its C library leaves out. */
export const durableStart: NonNullable<PGliteOptions['startParams']> = [
  ...PGlite.defaultStartParams.filter(parameter => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
]
