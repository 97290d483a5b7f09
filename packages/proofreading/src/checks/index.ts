import { checkBlanks } from './blanks.ts'
import type { Check } from './check.types.ts'
import { checkColumns } from './columns.ts'
import { checkDates } from './dates.ts'
import { checkDoubledWords } from './doubled-words.ts'
import { checkFigures } from './figures.ts'
import { checkLayout } from './layout.ts'
import { checkMarkForms } from './mark-forms.ts'
import { checkNumbering } from './numbering.ts'
import { checkPairs } from './pairs.ts'
import { checkPeople } from './people.ts'
import { checkPercentages } from './percentages.ts'
import { checkPersonalData } from './personal-data.ts'
import { checkPictures } from './pictures.ts'
import { checkRelativeDays } from './relative-days.ts'
import { checkSentences } from './sentences.ts'
import { checkSequences } from './sequences.ts'
import { checkSums } from './sums.ts'
import { checkTables } from './tables.ts'
import { checkUnitNames } from './unit-names.ts'
import { checkUnitTwoWays } from './unit-two-ways.ts'
import { checkWidths } from './widths.ts'
import { checkWords } from './words.ts'

/** Every check; each looks at the whole issue and notes what it finds. */
export const checks: readonly Check[] = [
  checkNumbering,
  checkColumns,
  checkLayout,
  checkPictures,
  checkUnitNames,
  checkUnitTwoWays,
  checkPeople,
  checkDates,
  checkRelativeDays,
  checkSums,
  checkTables,
  checkPercentages,
  checkFigures,
  checkMarkForms,
  checkPairs,
  checkWidths,
  checkBlanks,
  checkSequences,
  checkWords,
  checkDoubledWords,
  checkSentences,
  checkPersonalData,
]
