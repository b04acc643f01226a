// Names of fields (docs/contract.md) as people say them. A name that is not here is shown as it is.
import {language, longDate} from './words.js';

const groups = {
  child: ['Người được khai sinh', 'Child'], mother: ['Mẹ', 'Mother'], father: ['Cha', 'Father'],
  wife: ['Vợ', 'Wife'], husband: ['Chồng', 'Husband'], deceased: ['Người đã chết', 'Deceased'],
  subject: ['Người được xác nhận', 'Person concerned'], requester: ['Người yêu cầu', 'Requester'],
  declarant: ['Người đi khai', 'Declarant'], applicant: ['Người đề nghị', 'Applicant'],
  holder: ['Người đứng tên', 'Holder'], householder: ['Chủ hộ', 'Householder'],
  owner: ['Giấy tờ của', 'Owner of the paper'], owners: ['Chủ sử dụng', 'Owner'],
  investor: ['Chủ đầu tư', 'Investor'], representative: ['Người đại diện', 'Representative'],
  members: ['Thành viên', 'Member'], parties: ['Bên', 'Party'], signer: ['Người ký', 'Signer'],
  certifier: ['Người chứng thực', 'Certifier'], certification: ['Chứng thực', 'Certification'],
  registration: ['Đăng ký', 'Registration'], death: ['Khai tử', 'Death'], change: ['Nội dung thay đổi', 'Change'],
  period: ['Khoảng thời gian', 'Period'], business: ['Cơ sở kinh doanh', 'Business'],
  'business.lines': ['Ngành nghề', 'Line of business'], parcels: ['Thửa đất', 'Parcel'], work: ['Công trình', 'Work'],
  bases: ['Căn cứ', 'Basis'], dossier: ['Hồ sơ', 'Dossier'],
};

const lists = {
  recipients: ['Nơi nhận', 'Recipient'], attachments: ['Giấy tờ kèm theo', 'Attachment'], papers: ['Giấy tờ nộp', 'Paper'],
};

const leaves = {
  full_name: ['Họ, chữ đệm, tên', 'Full name'], birth_date: ['Ngày sinh', 'Date of birth'],
  birth_date_words: ['Ngày sinh bằng chữ', 'Date of birth in words'], birth_time: ['Giờ, ngày sinh', 'Time of birth'],
  sex: ['Giới tính', 'Sex'], ethnicity: ['Dân tộc', 'Ethnicity'], nationality: ['Quốc tịch', 'Nationality'],
  birth_place: ['Nơi sinh', 'Place of birth'], home_town: ['Quê quán', 'Home town'], residence: ['Nơi cư trú', 'Residence'],
  id_number: ['Số định danh, CCCD', 'Identity number'], id_kind: ['Loại giấy tờ tùy thân', 'Kind of identity paper'],
  id_issue_date: ['Ngày cấp giấy tờ', 'Identity paper issued on'], id_issuer: ['Nơi cấp giấy tờ', 'Identity paper issued by'],
  old_id_number: ['Số giấy tờ cũ', 'Old identity number'], weight: ['Cân nặng', 'Weight'],
  issuer_parent: ['Cơ quan chủ quản', 'Parent of the issuer'], issuer: ['Cơ quan ban hành', 'Issuer'],
  number: ['Số', 'Number'], symbol: ['Ký hiệu', 'Symbol'], place: ['Địa danh', 'Place'], date: ['Ngày', 'Date'],
  title: ['Tên giấy tờ', 'Title'], summary: ['Trích yếu', 'Summary'], recipient: ['Kính gửi', 'Addressed to'],
  urgency: ['Độ khẩn', 'Urgency'], secrecy: ['Độ mật', 'Secrecy'], effective_date: ['Ngày hiệu lực', 'Effective from'],
  valid_until: ['Có giá trị đến', 'Valid until'], expiry_date: ['Ngày hết hạn', 'Expires on'], scope: ['Phạm vi', 'Scope'],
  copy_kind: ['Bản chính hay bản sao', 'Original or copy'], book: ['Quyển số', 'Book'], serial: ['Số phát hành', 'Serial'],
  registered_at: ['Nơi đăng ký', 'Registered at'], facility: ['Cơ sở y tế', 'Facility'],
  marital_status: ['Tình trạng hôn nhân', 'Marital status'], purpose: ['Mục đích', 'Purpose'], relation: ['Quan hệ', 'Relation'],
  copies_wanted: ['Đề nghị cấp bản sao', 'Copies wanted'], copies: ['Số bản sao', 'Number of copies'],
  face: ['Mặt thẻ', 'Side of the card'], request: ['Nội dung đề nghị', 'Request'],
  criminal_record: ['Tình trạng án tích', 'Criminal record'], banned_positions: ['Cấm đảm nhiệm chức vụ', 'Banned positions'],
  register_number: ['Số vào sổ', 'Register number'], map_sheet: ['Tờ bản đồ số', 'Map sheet'], area: ['Diện tích (m²)', 'Area (m²)'],
  land_use: ['Loại đất', 'Land use'], term: ['Thời hạn', 'Term'], use_form: ['Hình thức sử dụng', 'Form of use'],
  address: ['Địa chỉ', 'Address'], origin: ['Nguồn gốc sử dụng', 'Origin'], assets: ['Tài sản gắn liền với đất', 'Assets'],
  notes: ['Ghi chú', 'Notes'], change: ['Nội dung biến động', 'Change'], reason: ['Lý do', 'Reason'],
  name: ['Tên', 'Name'], class: ['Cấp công trình', 'Class'], parcel: ['Lô, thửa đất', 'Parcel'],
  floor_area: ['Tổng diện tích sàn (m²)', 'Floor area (m²)'], ground_area: ['Diện tích xây dựng (m²)', 'Ground area (m²)'],
  floors: ['Số tầng', 'Floors'], height: ['Chiều cao (m)', 'Height (m)'], code: ['Mã số', 'Code'],
  capital: ['Vốn (đồng)', 'Capital (đồng)'], first_date: ['Đăng ký lần đầu', 'First registered'],
  change_count: ['Lần thay đổi', 'Number of changes'], mode: ['Thẩm quyền ký', 'Signs for'], role: ['Vai trò', 'Role'],
  object: ['Đối tượng', 'Object'], price: ['Giá', 'Price'], time: ['Thời gian', 'Time'], cause: ['Nguyên nhân', 'Cause'],
  old: ['Trước khi thay đổi', 'Before'], new: ['Sau khi thay đổi', 'After'], from: ['Từ ngày', 'From'], to: ['Đến ngày', 'To'],
  procedure: ['Thủ tục', 'Procedure'], received_at: ['Ngày tiếp nhận', 'Received at'], due_at: ['Ngày hẹn trả', 'Due at'],
};

// Where the last part alone would say too little.
const whole = {
  'signer.title': ['Chức vụ', 'Title'], 'signer.name': ['Họ tên', 'Name'], 'certifier.title': ['Chức vụ', 'Title'],
  'certifier.name': ['Họ tên', 'Name'], 'work.name': ['Hạng mục', 'Name'], 'dossier.code': ['Mã hồ sơ', 'Code'],
  'parcels.number': ['Thửa đất số', 'Parcel number'], 'death.place': ['Nơi chết', 'Place of death'],
  date: ['Ngày ký, ngày cấp', 'Date of the paper'],
};

// Values that stand for something, as the contract writes them.
const values = {
  front: ['mặt trước', 'front'], back: ['mặt sau', 'back'], both: ['cả hai mặt', 'both sides'],
  ban_chinh: ['bản chính', 'original'], ban_sao: ['bản sao', 'copy'], ban_sao_chung_thuc: ['bản sao chứng thực', 'certified copy'],
  sao_y: ['sao y', 'true copy'], sao_luc: ['sao lục', 'copy of a copy'], trich_sao: ['trích sao', 'extract'],
  trich_luc: ['trích lục', 'extract of a register'], photocopy: ['bản chụp', 'photocopy'], true: ['có', 'yes'], false: ['không', 'no'],
};

const entry = (table, name) => (Object.hasOwn(table, name) ? table[name] : undefined);  // a field may be called "constructor"
const spoken = (both) => both && both[language() === 'en' ? 1 : 0];

/// {group, label, full}: the group that a field stands under ('' for the paper's own), its name within, and both.
export function labelOf(name) {
  const parts = name.split('.').map((part) => /^([a-z0-9_]+)(?:\[(\d+)\])?$/.exec(part));
  if (parts.some((part) => !part)) return {group: '', label: name, full: name};
  const number = (part) => (part[2] === undefined ? '' : ` ${Number(part[2]) + 1}`);
  const last = parts.at(-1);
  const before = parts.slice(0, -1);
  const path = parts.map((part) => part[1]).join('.');
  if (before.length === 0 && last[2] !== undefined) {
    const label = (spoken(entry(lists, last[1])) ?? last[1]) + number(last);
    return {group: '', label, full: label};
  }
  const own = spoken(entry(whole, path)) ?? spoken(entry(leaves, last[1])) ?? last[1];
  const label = own + number(last);
  if (before.length === 0) return {group: '', label, full: label};
  const groupName = before.map((part) => part[1]).join('.');
  const indexed = before.findLast((part) => part[2] !== undefined);
  const group = (spoken(entry(groups, groupName)) ?? groupName) + (indexed ? number(indexed) : '');
  return {group, label, full: `${group}: ${label}`};
}

/// A normalised value as people say it.
export function spokenValue(value) {
  return Object.hasOwn(values, value) ? spoken(values[value]) : longDate(value);
}
