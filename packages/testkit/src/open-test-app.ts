import { type Clock, systemClock } from '@jianbao/platform/clock'
import { type Connection, openEmbedded, sql } from '@jianbao/platform/db'
import { type App, buildApp } from '@jianbao/server/app'
import { type Config, readConfig } from '@jianbao/server/config'
import { openLogger } from '@jianbao/server/logger'
import { type Agent, openAgent, signInAgent, testHost } from './agent.ts'
import { databaseTemplate, testAccounts } from './database-template.ts'
import type { Persona } from './personas.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { verifyOnce } from './verify-once.ts'

type Built = Parameters<typeof buildApp>[0]

export type TestApp = App & {
  readonly connection: Connection
  readonly config: Config
  /** What was logged at level error or above. */
  readonly errors: readonly string[]
  as(persona: Persona): Promise<Agent>
}

/**
 * The real app on a database of its own in memory, with a data folder of its own; every JSON answer is checked against
 * its schema. `as(persona)` gives somebody to call it. Close it at the end.
 */
export async function openTestApp(
  options: {
    clock?: Clock
    connection?: Connection
    /** The data folder of another app, as two servers on one database share it. */
    dataFolder?: string
    profile?: Config['profile']
    limits?: Partial<Config['limits']>
    reader?: NonNullable<Built['reader']>
    typesetting?: NonNullable<Built['typesetting']>
    /** Settings as in the environment. */
    settings?: Readonly<Record<string, string>>
    /** Administrators need a second factor; without it the personas go in with a password alone. */
    secondFactorRequired?: boolean
    /** False as in an installation: answers are written by their schemas, but not checked against them before. */
    checkAnswers?: boolean
  } = {},
): Promise<TestApp> {
  const { clock = systemClock, profile = 'empty', limits, reader, typesetting } = options
  const folder = await temporaryFolder()
  const connection = options.connection ?? (await openEmbedded({ template: await databaseTemplate() }))
  const base = readConfig({
    DATA_FOLDER: options.dataFolder ?? folder.path,
    JIANBAO_PROFILE: profile,
    HOST: testHost,
    ...options.settings,
  })
  const generous = { requestsPerMinute: 100_000, signInsPerMinute: 10_000 }
  const config: Config = { ...base, limits: { ...base.limits, ...generous, ...limits } }
  const errors: string[] = []
  const logger = openLogger('error', { write: line => void errors.push(line) })
  const app = await buildApp({
    config,
    connection,
    clock,
    logger,
    secret: testAccounts.secret,
    checkAnswers: options.checkAnswers ?? true,
    verifyPassword: verifyOnce,
    secondFactorRequired: options.secondFactorRequired ?? false,
    ...(reader ? { reader } : {}),
    ...(typesetting ? { typesetting } : {}),
  })
  await app.archive.start()
  await app.imports.start()
  await app.scoring.start()
  await app.ledger.start()
  await app.mailer.start()
  await app.reminders.start()
  await app.commissions.start()
  await app.issuing.start()
  await app.distribution.start()
  await app.missives.start()
  await app.contest.start()
  const agents = new Map<Persona, Promise<Agent>>()
  const open = async (persona: Persona): Promise<Agent> => {
    if (persona === 'anonymous') return openAgent(app.http, null)
    const agent = await signInAgent(app.http, testAccounts.username(persona), testAccounts.password)
    // Whoever leaves may still hold the cookie of a session.
    if (persona === 'left')
      await connection.db.execute(sql`update person set state = 'left' where name = 'left'`)
    return agent
  }
  return {
    ...app,
    connection,
    config,
    errors,
    as: persona => {
      const agent = agents.get(persona) ?? open(persona)
      agents.set(persona, agent)
      return agent
    },
    close: async () => {
      await app.close()
      if (!options.connection) await connection.close()
      await folder.remove()
    },
  }
}
