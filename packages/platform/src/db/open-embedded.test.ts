import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openEmbedded } from './open-embedded.ts'

test.skipIf(process.platform === 'win32').each(['a new', 'an open'])(
  'in a folder that others may enter, %s database is for its owner alone',
  async which => {
    const folder = await mkdtemp(join(tmpdir(), 'jianbao-open-'))
    await chmod(folder, 0o755)
    if (which === 'an open') await mkdir(join(folder, 'pglite'), { mode: 0o755 })
    const connection = await openEmbedded({ folder })
    expect((await stat(join(folder, 'pglite'))).mode & 0o777).toBe(0o700)
    await connection.close()
    await rm(folder, { recursive: true, force: true })
  },
  60_000,
)
