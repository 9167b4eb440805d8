import type { Label } from './events.ts'
import type { ShippedGroup } from './roles.ts'

/** What the shipped groups are called (G-01); an office may call them otherwise. Words of the vocabulary. */
export const shippedGroupNames: Readonly<Record<ShippedGroup, Label>> = {
  reception: { ar: 'موظفو الاستقبال', en: 'Reception' },
  complaint_team: { ar: 'فريق معالجة الشكاوى', en: 'Complaint-handling team' },
  satisfaction_team: { ar: 'فريق التنظيم والمتابعة وقياس الرضا', en: 'Follow-up and satisfaction team' },
  team_head: { ar: 'رئيس الفريق', en: 'Team head' },
  liaison: { ar: 'ضباط الارتباط', en: 'Liaison officers' },
  complaint_officer: { ar: 'المسؤولون المعنيون بالشكاوى', en: 'Officials in charge of complaints' },
  department_head: { ar: 'المسؤولون الأوائل في الدوائر', en: 'Heads of department' },
  senior_management: { ar: 'الإدارة العليا', en: 'Senior management' },
  contact_centre: { ar: 'مركز الاتصال الوطني', en: 'National contact centre' },
  media_monitor: { ar: 'مسؤولو الرصد الإعلامي', en: 'Media monitors' },
  administrator: { ar: 'مديرو النظام', en: 'Administrators' },
  auditor: { ar: 'المدققون', en: 'Auditors' },
  office_owner: { ar: 'مسؤول المكتب', en: 'Office owner' },
}
