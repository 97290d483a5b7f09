import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defaultRegister, parseRegister } from '@jianbao/intake'
import { loadRegister } from '@jianbao/organisation/server'
import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import { type Config, rootFolder } from './config.ts'

const invented = join(rootFolder, 'demo/organisation/units.csv')

/**
 * The units a new installation begins with, once: the federation of the register, and in the demonstration invented
 * societies, universities, hospitals, enterprises and offices below it. Returns how many were loaded.
 */
export async function loadUnits(
  services: { db: Database; clock: Clock },
  profile: Config['profile'],
): Promise<number> {
  const more = profile === 'demonstration' ? parseRegister(await readFile(invented, 'utf8')).entries : []
  return loadRegister(services, [...defaultRegister().entries, ...more])
}
