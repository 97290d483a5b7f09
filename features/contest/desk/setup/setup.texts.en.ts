import { faultsEn } from './faults.words.en.ts'
import { formEn } from './form.words.en.ts'
import { pageEn } from './page.words.en.ts'

export const en = { ...pageEn, ...formEn, ...faultsEn }
