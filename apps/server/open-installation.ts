/** What the server and the command line both start from: the data folder, the database, its tables. */
import { mkdir } from 'node:fs/promises'
import { archiveMigrations, findMigrations } from '@jianbao/archive/server'
import { bulletinMigrations } from '@jianbao/bulletin/server'
import { campaignMigrations } from '@jianbao/campaign/server'
import { casebookMigrations } from '@jianbao/casebook/server'
import { circularMigrations } from '@jianbao/circular/server'
import { contestMigrations } from '@jianbao/contest/server'
import { editionMigrations } from '@jianbao/edition/server'
import { inspectionMigrations } from '@jianbao/inspection/server'
import { ledgerMigrations } from '@jianbao/ledger/server'
import { organisationMigrations } from '@jianbao/organisation/server'
import { accessMigrations, installationSecret } from '@jianbao/platform/access'
import { auditMigrations } from '@jianbao/platform/audit'
import {
  type Connection,
  databaseMigrations,
  type Migration,
  migrate,
  openDatabase,
  requireRoles,
} from '@jianbao/platform/db'
import { mailMigrations } from '@jianbao/platform/mail'
import { noticeMigrations } from '@jianbao/platform/notify'
import { reportMigrations } from '@jianbao/report/server'
import { scoringMigrations } from '@jianbao/scoring/server'
import { systemMigrations } from '@jianbao/system/server'
import type { Config } from './config.ts'

/** All migrations in the order they are applied: a room stands after those whose tables it points at. */
export async function allMigrations(): Promise<Migration[]> {
  const rooms = [
    databaseMigrations(),
    auditMigrations(),
    accessMigrations(),
    noticeMigrations(),
    mailMigrations(),
    organisationMigrations(),
    systemMigrations(),
    archiveMigrations(),
    bulletinMigrations(),
    findMigrations(),
    campaignMigrations(),
    reportMigrations(),
    ledgerMigrations(),
    scoringMigrations(),
    editionMigrations(),
    casebookMigrations(),
    circularMigrations(),
    inspectionMigrations(),
    contestMigrations(),
  ]
  return (await Promise.all(rooms)).flat()
}

export type Installation = {
  readonly connection: Connection
  readonly secret: string
  readonly applied: string[]
}

/** Opens and migrates. Throws FolderInUse, RolesLacking, MigrationError, or the database driver's error. */
export async function openInstallation(
  config: Pick<Config, 'dataFolder' | 'databaseUrl'>,
  onError: (error: Error) => void,
): Promise<Installation> {
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 })
  const secret = await installationSecret(config.dataFolder)
  const connection = await openDatabase({
    url: config.databaseUrl ?? undefined,
    folder: config.dataFolder,
    onError,
  })
  try {
    await requireRoles(connection.db)
    return { connection, secret, applied: await migrate(connection, await allMigrations()) }
  } catch (error) {
    await connection.close()
    throw error
  }
}
