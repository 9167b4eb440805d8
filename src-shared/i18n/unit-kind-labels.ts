import { adminUnitMessages as words } from './admin-units.ts'

export const unitKindLabels = {
  central: words.kindCentral,
  office: words.kindOffice,
  department: words.kindDepartment,
  directorate: words.kindDirectorate,
} as const
