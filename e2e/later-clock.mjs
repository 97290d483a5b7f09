/** Loaded before a server whose clock is so many days ahead: what a month brings is seen at once. */
const aheadMs = Number(process.env.JIANBAO_E2E_DAYS_AHEAD) * 86_400_000
const SystemDate = Date
const now = () => SystemDate.now() + aheadMs

globalThis.Date = new Proxy(SystemDate, {
  construct: (target, given, created) =>
    Reflect.construct(target, given.length > 0 ? given : [now()], created),
  apply: () => new SystemDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
