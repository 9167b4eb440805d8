import type { Messages } from './messages.ts'

/** Words of the tree of units (G-03). */
export const adminUnitMessages = {
  addUnit: { ar: 'إضافة وحدة', en: 'Add a unit' },
  editUnit: { ar: 'تعديل وحدة', en: 'Edit a unit' },
  addUnder: { ar: 'إضافة تحت {name}', en: 'Add below {name}' },
  unitsNote: {
    ar: 'شجرة واحدة: الوحدة المركزية والمكاتب والدوائر ومديرياتها. إلى الدوائر والمديريات تُحال الطلبات.',
    en: 'One tree: central unit, offices, departments and their directorates. Cases are referred to departments and directorates.',
  },
  unitKind: { ar: 'نوع الوحدة', en: 'Kind of unit' },
  kindCentral: { ar: 'وحدة مركزية', en: 'Central unit' },
  kindOffice: { ar: 'مكتب', en: 'Office' },
  kindDepartment: { ar: 'دائرة', en: 'Department' },
  kindDirectorate: { ar: 'مديرية فنية', en: 'Technical directorate' },
  unitCode: { ar: 'رمز الوحدة', en: 'Code of the unit' },
  unitCodeHint: { ar: 'لا يُعاد استعمال رمز لوحدة أخرى', en: 'A code is never used again for another unit' },
  namesake: {
    ar: 'لوحدة أخرى الاسم نفسه: «{name}» ({code}). يمكن الحفظ، لكن الأفضل اسم يميزها: عند الاختيار لا يفرّق بينهما إلا الرمز.',
    en: 'Another unit bears the same name: “{name}” ({code}). It can be saved, but a name of its own is better: where units are chosen, only the code tells the two apart.',
  },
  parent: { ar: 'تتبع', en: 'Belongs to' },
  parentNone: { ar: 'لا تتبع وحدة أخرى', en: 'Belongs to no other unit' },
  serves: { ar: 'تخدم المكاتب', en: 'Serves the offices' },
  servesHint: { ar: 'اتركها فارغة لتخدم مكتبها وحده', en: 'Leave empty for its own office only' },
  liaison: { ar: 'ضابط الارتباط', en: 'Liaison officer' },
  phone: { ar: 'الهاتف', en: 'Phone' },
  email: { ar: 'البريد الإلكتروني', en: 'E-mail' },
  needUnitCode: { ar: 'أدخل رمز الوحدة', en: 'Enter the code of the unit' },
  unitActive: { ar: 'فعّالة: تُحال إليها الطلبات', en: 'Active: cases may be referred to it' },
  ownOffice: { ar: 'مكتبك', en: 'Your office' },
} as const satisfies Messages
