type Words = Readonly<Record<string, readonly [zh: string, en: string]>>

const kinds: Words = {
  province: ['省级', 'Province'],
  city: ['市级', 'City'],
  county: ['县级', 'County'],
  society: ['学会', 'Society'],
  university: ['高校', 'University'],
  hospital: ['医院', 'Hospital'],
  enterprise: ['企业', 'Enterprise'],
  department: ['机关部室', 'Department'],
  affiliate: ['直属单位', 'Affiliate'],
  branch: ['党支部', 'Branch'],
  leading: ['领导小组', 'Leading group'],
  office: ['办公室', 'Office'],
  working: ['工作组', 'Working group'],
}

/** What the codes in some fields mean; any other value is shown as it is. */
const words: Readonly<Record<string, Words>> = {
  kind: kinds,
  unitKinds: kinds,
  state: {
    active: ['在用', 'in use'],
    retired: ['停用', 'retired'],
    left: ['离任', 'left'],
  },
  reason: {
    idle: ['久未操作', 'idle'],
    expired: ['到期', 'ran out'],
  },
  method: {
    password: ['密码', 'password'],
    totp: ['两步验证码', 'one-time code'],
    'backup-code': ['备用码', 'backup code'],
    oidc: ['统一身份认证', 'single sign-on'],
  },
  layout: {
    bulletin: ['简报', 'bulletin'],
    magazine: ['期刊', 'magazine'],
  },
  outcome: {
    done: ['完成', 'done'],
    refused: ['未成', 'refused'],
  },
}

/** @returns the words of a coded value, or the value itself. */
export function valueWords(field: string, value: string, language: 'zh' | 'en'): string {
  const known = Object.hasOwn(words, field) ? words[field]! : {}
  return Object.hasOwn(known, value) ? known[value]![language === 'zh' ? 0 : 1] : value
}
