import { hostname } from 'node:os'
import { join } from 'node:path'
import { type Archive, archiveShapes, archiveWork, openArchive, type Reader } from '@jianbao/archive/server'
import { bulletinRoom, publicBulletinRoutes } from '@jianbao/bulletin/public'
import { bulletinRoutes, bulletinShapes, bulletinWork } from '@jianbao/bulletin/server'
import { campaignRoutes, campaignShapes, campaignWork } from '@jianbao/campaign/server'
import { casebookRoom, newestCases } from '@jianbao/casebook/public'
import { casebookShapes, caseRoutes } from '@jianbao/casebook/server'
import { type Missives, missiveShapes, missiveWork, openMissives } from '@jianbao/circular/server'
import {
  awardPageRoutes,
  awardRoom,
  contestRoom,
  readPlayAssets,
  renderPlayPage,
} from '@jianbao/contest/public'
import {
  type AwardServices,
  type Contest,
  contestShapes,
  contestWork,
  openCertificatePress,
  openContest,
} from '@jianbao/contest/server'
import { editionRoom } from '@jianbao/edition/public'
import {
  type Distribution,
  distribute,
  editionRoutes,
  editionShapes,
  editionWork,
  erratumWork,
  type Issuing,
  openDistribution,
  openIssuing,
  receivedWork,
  shownInEdition,
} from '@jianbao/edition/server'
import { drawRoom, publicDrawRoutes } from '@jianbao/inspection/public'
import {
  inspectionRoutes,
  inspectionShapes,
  shownAtStop,
  tourWork,
  visitWork,
} from '@jianbao/inspection/server'
import { answerRoutes, askRoutes, type ServicePages, serviceRoom } from '@jianbao/ledger/public'
import {
  checkedItemsWork,
  keptItemsWork,
  type Ledger,
  ledgerShapes,
  type NeedLetters,
  needRoutes,
  needWork,
  openLedger,
  openNeedLetters,
  openReminders,
  ownItemsWork,
  ownTasksWork,
  type Reminders,
  serviceRoutes,
  silenceWork,
  statesOfUnit,
} from '@jianbao/ledger/server'
import {
  findPosts,
  type Imports,
  importWork,
  openImports,
  organisationRoutes,
  organisationShapes,
  peopleWork,
  personRoutes,
} from '@jianbao/organisation/server'
import { openSignIn, type SignIn } from '@jianbao/platform/access'
import { anchorFile, openAnchors } from '@jianbao/platform/audit'
import type { Clock } from '@jianbao/platform/clock'
import type { Connection } from '@jianbao/platform/db'
import { openFileCache, openFileStore } from '@jianbao/platform/files'
import type { ShowPage } from '@jianbao/platform/html'
import {
  apiDocument,
  type FastLane,
  mountReference,
  mountRoutes,
  mountSignIn,
  openFastLane,
  openHttp,
  ProblemAnswer,
  type ProblemPage,
  type Route,
} from '@jianbao/platform/http'
import { type Mailer, openMailer } from '@jianbao/platform/mail'
import { openSealer, type Sealer } from '@jianbao/platform/seal'
import { mountSite } from '@jianbao/public'
import {
  adoptionWork,
  type Commissions,
  commissionWork,
  inboxWork,
  openCommissions,
  openProposer,
  photoServices,
  reportRoutes,
  reportShapes,
  reportWork,
} from '@jianbao/report/server'
import { circularRoutes, circularShapes, openScoring, type Scoring } from '@jianbao/scoring/server'
import { systemRoutes, systemShapes, systemWork } from '@jianbao/system/server'
import { bulletinStylesheet } from '@jianbao/typesetting/html'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Logger } from 'pino'
import { type Config, rootFolder } from './config.ts'
import { Health, healthRoutes } from './health.routes.ts'
import { MailWish, mailRoutes } from './mail.routes.ts'
import { manuscriptReader } from './manuscript-reader.ts'
import { mountDesk } from './mount-desk.ts'
import { mountPlayer } from './mount-player.ts'
import { Notice, noticeRoutes } from './notice.routes.ts'
import { openSite } from './open-site.ts'
import { type OfficeTypesetting, openTypesetting } from './open-typesetting.ts'
import { secondFactorRoutes } from './second-factor.routes.ts'
import { sessionRoutes } from './session.routes.ts'
import { Session } from './session.schema.ts'
import { Work, workRoutes } from './work.routes.ts'

export type App = {
  readonly http: FastifyInstance
  readonly routes: readonly Route[]
  readonly archive: Archive
  readonly imports: Imports
  readonly scoring: Scoring
  readonly ledger: Ledger
  readonly reminders: Reminders
  readonly needLetters: NeedLetters
  readonly commissions: Commissions
  readonly issuing: Issuing
  readonly distribution: Distribution
  readonly missives: Missives
  readonly contest: Contest
  readonly mailer: Mailer
  readonly signIn: SignIn
  readonly sealer: Sealer
  /** Ends listening, then running jobs, then typesetting; the database stays its opener's. */
  close(): Promise<void>
}

/** Builds the app on an open, migrated database. Throws IncompleteRoute when a route's declaration has a hole. */
export async function buildApp(options: {
  config: Config
  connection: Connection
  clock: Clock
  logger: Logger
  secret: string
  typesetting?: OfficeTypesetting
  reader?: Reader
  checkAnswers?: boolean
  /** For tests, which sign in many people of one password. */
  verifyPassword?: (given: { hash: string; password: string }) => Promise<boolean>
  /** Administrators need a second factor; not in the demonstration, whose sign-ins everybody shares. */
  secondFactorRequired?: boolean
}): Promise<App> {
  const { config, connection, clock, logger, secret } = options
  const { db } = connection
  const { version, limits, dataFolder, publicUrl } = config
  const signIn = openSignIn({
    db,
    secret,
    secureCookies: publicUrl?.startsWith('https:') ?? false,
    verifyPassword: options.verifyPassword,
    oidc: config.oidc && publicUrl ? { ...config.oidc, publicUrl } : null,
    findPosts,
  })
  const files = await openFileStore(join(dataFolder, 'files'))
  const photos = await openFileStore(join(dataFolder, 'photos'))
  const pictures = photoServices({ db, clock, photos, shownBy: [shownInEdition, shownAtStop] })
  const issues = await openFileStore(join(dataFolder, 'issues'))
  const cache = await openFileCache(join(dataFolder, 'cache'))
  const sealer = await openSealer(dataFolder)
  const typesetting =
    options.typesetting ??
    openTypesetting({ version, fontFolder: join(dataFolder, 'fonts'), timeoutMs: limits.typesetMs })
  const onError = (error: unknown): void => logger.error({ err: error }, 'a job failed')
  const archive = openArchive({
    connection,
    clock,
    files,
    limits,
    readThreads: config.readThreads,
    onError,
    ...(options.reader ? { reader: options.reader } : {}),
  })
  const proposer = openProposer()
  const imports = openImports({ connection, clock, files, sealer, onError })
  const scoring = openScoring({ connection, clock, onError })
  const proofs = await openFileStore(join(dataFolder, 'proofs'))
  const ledger = openLedger({ connection, clock, proofs, onError })
  const mailer = openMailer({
    connection,
    clock,
    sealer,
    settings: config.mail,
    files: issues,
    stopLink: publicUrl && `${publicUrl}/desk/account`,
    onError,
    onTrouble: problem => logger.warn({ problem }, 'mail could not be handed over'),
  })
  const reminders = openReminders({ connection, clock, mailer, publicUrl, onError })
  const needServices = { clock, sealer, mailer, publicUrl }
  const needLetters = openNeedLetters({ ...needServices, connection, onError })
  const commissions = openCommissions({ connection, clock, onError })
  const issuing = openIssuing({
    connection,
    clock,
    typesetting,
    store: issues,
    readPicture: sha256 => photos.read(sha256),
    onIssued: (tx, { id, at }) => distribute(tx, { id }, at),
    onError,
  })
  const distribution = openDistribution({
    connection,
    clock,
    files: issues,
    mailer,
    publicUrl,
    secret,
    onError,
  })
  const missives = openMissives({
    connection,
    clock,
    typesetting,
    store: issues,
    mailer,
    soon: () => distribution.soon(),
    onError,
  })
  const playAssets = readPlayAssets(join(rootFolder, 'apps/public/dist'))
  const contest = openContest({
    ...{ connection, clock, sealer, secret, onError },
    renderPage: its => renderPlayPage(its, playAssets),
    identity: config.players,
    pictures: await openFileStore(join(dataFolder, 'question-pictures')),
    onTrouble: trouble => logger.warn({ trouble }, 'a service outside failed a player'),
  })
  const anchors = join(dataFolder, anchorFile)
  const anchorKeeper = await openAnchors({ db, clock, path: anchors, onError })
  let problemPage: ProblemPage | null = null
  // Both are the site's, which is mounted behind the routes.
  let showPage: ShowPage<FastifyReply> | null = null
  let lane: FastLane | null = null
  const origins = { publicOrigin: publicUrl, hostNames: [config.host, hostname()] }
  const http = await openHttp({
    ...origins,
    version,
    logger,
    requestsPerMinute: limits.requestsPerMinute,
    problemPage: () => problemPage,
    lane: () => lane,
  })
  const services = {
    db,
    clock,
    signIn,
    findPosts,
    secondFactorRequired: options.secondFactorRequired ?? config.profile !== 'demonstration',
    checkAnswers: options.checkAnswers ?? false,
  }
  const site = openSite({ typesetting, cache, forms: issues, photos })
  const servicePages: ServicePages = {
    clock,
    sealer,
    mailer,
    secret,
    showPage: (reply, content, status) => showPage!(reply, content, status),
  }
  const awards: AwardServices = {
    ...{ db, clock, sealer, publicUrl },
    press: openCertificatePress({ typesetting, cache }),
    showPage: (reply, content, status) => showPage!(reply, content, status),
  }
  const routes = [
    ...sessionRoutes(services, { version, demonstration: config.profile === 'demonstration' }),
    ...secondFactorRoutes(services),
    ...healthRoutes(db, version),
    ...noticeRoutes(services),
    ...mailRoutes({ db, clock, sealer, mailer, publicUrl }),
    ...workRoutes(
      [
        editionWork,
        archiveWork,
        importWork,
        campaignWork,
        ...peopleWork(sealer),
        reportWork,
        inboxWork,
        commissionWork,
        adoptionWork,
        systemWork,
        ownTasksWork,
        silenceWork,
        ownItemsWork,
        keptItemsWork,
        checkedItemsWork,
        needWork,
        receivedWork,
        missiveWork,
        tourWork,
        visitWork,
        erratumWork,
        contestWork,
        // What is out already may wait.
        bulletinWork,
      ],
      clock,
    ),
    ...archive.routes,
    ...systemRoutes({ ...services, anchors }),
    ...bulletinRoutes({ clock, typesetting, cache, issues }),
    ...publicBulletinRoutes(site),
    ...publicDrawRoutes(),
    ...organisationRoutes({ db, clock }),
    ...personRoutes({ clock, sealer }),
    ...imports.routes,
    ...campaignRoutes({ clock, files, standings: statesOfUnit }),
    ...scoring.routes,
    ...circularRoutes({ clock, typesetting, cache }),
    ...ledger.routes,
    ...needRoutes(needServices),
    ...serviceRoutes({ clock }),
    ...askRoutes(servicePages),
    ...answerRoutes(servicePages),
    ...reminders.routes,
    ...caseRoutes({ clock }),
    ...editionRoutes({ clock, typesetting, pictures }),
    ...issuing.routes,
    ...inspectionRoutes({ clock, pictures, sealer }),
    ...distribution.routes,
    ...missives.routes,
    ...contest.routes,
    ...awardPageRoutes(awards),
    ...reportRoutes({ clock, files, pictures, manuscripts: manuscriptReader(archive), proposer }),
  ]
  mountSignIn(http, services, limits.signInsPerMinute)
  mountRoutes(http, services, routes)
  lane = await openFastLane({
    ...origins,
    ...{ prefix: '/play/', besides: '/play/assets/', bodyLimit: 256 * 1024 },
    routes,
    services,
    logger,
    admit: contest.identity.admit,
  })
  const shapes = {
    ...archiveShapes,
    ...bulletinShapes,
    ...systemShapes,
    ...organisationShapes,
    ...campaignShapes,
    ...ledgerShapes,
    ...circularShapes,
    ...casebookShapes,
    ...editionShapes,
    ...missiveShapes,
    ...contestShapes,
    ...inspectionShapes,
    ...reportShapes,
    Health,
    MailWish,
    Notice,
    Problem: ProblemAnswer,
    Session,
    Work,
  }
  const undeclared = 'the description of the declared routes'
  http.get('/api/openapi.json', { schema: { hide: true }, config: { undeclared } }, async () =>
    apiDocument(http, shapes),
  )
  mountReference(http)
  const mounted = await mountSite(http, {
    db,
    siteName: config.siteName,
    publicUrl,
    rooms: [
      bulletinRoom({
        ...site,
        atHome: newestCases,
        alsoSearch: [{ label: '在典型案例中查找', path: '/cases' }],
      }),
      casebookRoom,
      drawRoom,
      contestRoom(clock),
      awardRoom,
      serviceRoom(servicePages),
      editionRoom,
    ],
    styles: [bulletinStylesheet],
  })
  problemPage = mounted.problemPage
  showPage = mounted.showPage
  await mountDesk(http)
  mountPlayer(http, playAssets)
  await http.ready()
  return {
    http,
    routes,
    archive,
    imports,
    scoring,
    ledger,
    reminders,
    needLetters,
    commissions,
    issuing,
    distribution,
    missives,
    contest,
    mailer,
    signIn,
    sealer,
    close: async () => {
      await http.close()
      await lane?.close()
      await contest.close()
      await archive.close()
      await imports.close()
      await proposer.close()
      await scoring.close()
      await ledger.close()
      await reminders.close()
      await needLetters.close()
      await commissions.close()
      await issuing.close()
      await missives.close()
      await distribution.close()
      await mailer.close()
      await typesetting.close()
      await anchorKeeper.close()
    },
  }
}
