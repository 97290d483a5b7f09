/** Browser and system out of what a browser says of itself; nothing else of it is kept. */

const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger\//, 'WeChat'],
  [/DingTalk\//i, 'DingTalk'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/UCBrowser\//, 'UC'],
  [/(?:MQQ|QQ)Browser\//, 'QQ'],
  [/HuaweiBrowser\//, 'Huawei'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/Version\/[\d.]+.*Safari\//, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Windows/, 'Windows'],
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

/** `Chrome · Windows`; the part that is not known is left out, empty when neither is. */
export function deviceOf(userAgent: string | undefined): string {
  const said = userAgent ?? ''
  const named = (among: readonly [RegExp, string][]) => among.find(([sign]) => sign.test(said))?.[1]
  return [named(browsers), named(systems)].filter(Boolean).join(' · ')
}
