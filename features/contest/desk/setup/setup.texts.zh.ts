import { faultsZh } from './faults.words.zh.ts'
import { formZh } from './form.words.zh.ts'
import { pageZh } from './page.words.zh.ts'

export const zh = { ...pageZh, ...formZh, ...faultsZh }
