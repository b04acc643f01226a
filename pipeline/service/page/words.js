// Everything the page says itself, Vietnamese first. {name} is filled in.

const words = {
  skip: ['Đến tài liệu đang mở', 'To the open document'],
  subtitle: ['số hóa giấy tờ', 'digitising papers'],
  choose: ['Thêm giấy tờ', 'Add papers'],
  choose_hint: ['Chọn tệp ảnh hoặc PDF (Alt+T)', 'Choose pictures or PDF files (Alt+T)'],
  take: ['Chụp ảnh', 'Take a picture'],
  clerk_hint: ['Tên ghi kèm mỗi xác nhận; bấm để đổi', 'The name noted with what you confirm; click to change'],
  clerk_none: ['Chưa có tên', 'No name yet'],
  keys: ['Phím tắt', 'Keys'],
  lock: ['Khóa lại', 'Lock'],
  lock_hint: ['Quên khóa trên trình duyệt này', 'Forget the key in this browser'],
  other_language: ['English', 'Tiếng Việt'],
  close: ['Đóng', 'Close'],
  cancel: ['Không', 'No'],

  list_name: ['Danh sách giấy tờ', 'List of papers'],
  document_name: ['Tài liệu đang mở', 'Open document'],
  paper_name: ['Trang giấy', 'The page of paper'],
  search: ['Tìm', 'Search'],
  search_hint: ['Tìm tên, số, chữ trên giấy ( / )', 'Names, numbers, words ( / )'],
  filter: ['Lọc', 'Filter'],
  all: ['Tất cả', 'All'],
  to_review: ['Cần xem', 'To review'],
  more: ['Xem thêm', 'Show more'],
  nothing_yet: ['Chưa có giấy tờ nào.', 'No papers yet.'],
  nothing_found: ['Không tìm thấy giấy tờ nào.', 'Nothing was found.'],
  nothing_to_review: ['Không còn giấy tờ nào cần xem.', 'Nothing is left to review.'],
  connection_lost: ['Mất kết nối với máy chủ; đang thử lại…', 'The server cannot be reached; trying again…'],
  welcome: ['Kéo tệp vào đây, dán ảnh bằng Ctrl+V, hoặc bấm Thêm giấy tờ.', 'Drop files here, paste a picture with Ctrl+V, or press Add papers.'],
  welcome_more: ['Nhận JPEG, PNG, TIFF, PDF, HEIC, WebP. Đọc xong, trang này chỉ hỏi những chỗ chưa chắc.', 'JPEG, PNG, TIFF, PDF, HEIC, WebP. Once read, only what is unsure is asked.'],
  drop_here: ['Thả tệp vào đây', 'Drop the files here'],
  back: ['‹ Danh sách', '‹ List'],

  key_title: ['Khóa truy cập', 'Access key'],
  key_where: ['Khóa do người quản trị cấp. Trên máy chủ, khóa nằm trong tệp api-key của thư mục dữ liệu, trừ khi đã đặt bằng SOHOA_API_KEY.', 'The administrator has the key. On the server it stands in the file api-key of the data folder, unless SOHOA_API_KEY sets it.'],
  key_label: ['Khóa', 'Key'],
  key_keep: ['Nhớ trên máy này (chỉ chọn khi máy không dùng chung)', 'Remember on this machine (only where nobody shares it)'],
  key_use: ['Mở', 'Open'],
  key_wrong: ['Khóa không đúng. Hãy chép lại nguyên vẹn, không có khoảng trắng.', 'This key is wrong. Copy it whole, without blanks.'],
  key_refused: ['Khóa đang dùng không còn đúng. Hãy nhập khóa mới.', 'The key is no longer accepted. Give the new one.'],
  clerk_title: ['Ai xác nhận?', 'Who confirms?'],
  clerk_why: ['Họ tên của bạn được ghi cùng mỗi trường đã xác nhận hoặc sửa. Chỉ hỏi một lần trên máy này.', 'Your name is noted with every field you confirm or correct. It is asked once on this machine.'],
  clerk_label: ['Họ và tên', 'Name'],
  clerk_use: ['Ghi nhận', 'Keep'],
  unreachable: ['Không kết nối được với máy chủ', 'The server cannot be reached'],
  server_error: ['Máy chủ báo lỗi {status}', 'The server answered {status}'],

  tray_title: ['Sắp gửi {n} tệp', 'About to send {n} files'],
  tray_title_one: ['Sắp gửi 1 tệp', 'About to send 1 file'],
  each_own: ['Mỗi tệp là một tài liệu riêng', 'Each file is a document of its own'],
  all_one: ['Tất cả là các trang của một tài liệu, theo thứ tự trên', 'All are pages of one document, in the order above'],
  dossier: ['Mã hồ sơ (nếu có)', 'Dossier code (if any)'],
  procedure: ['Mã thủ tục (nếu có)', 'Procedure (if any)'],
  send: ['Gửi', 'Send'],
  do_not_send: ['Bỏ', 'Discard'],
  another: ['Chụp thêm', 'Another picture'],
  leave_out: ['Bỏ tệp {name}', 'Leave out {name}'],
  earlier: ['Đưa {name} lên trước', 'Move {name} up'],
  too_large: ['Tệp {size} MB, giới hạn của máy chủ là {limit} MB. Hãy chia nhỏ hoặc quét ở 300 dpi.', 'The file has {size} MB, the server takes {limit} MB. Split it, or scan at 300 dpi.'],
  pages_of_one: ['{name} và {n} tệp nữa', '{name} and {n} more'],
  waiting_to_send: ['Chờ gửi', 'Waiting'],
  sending: ['Đang gửi {percent} %', 'Sending {percent} %'],
  storing: ['Máy chủ đang ghi…', 'The server is storing it…'],
  send_again_in: ['{why}. Tự gửi lại sau {seconds} giây', '{why}. Sending again in {seconds} s'],
  server_busy: ['Máy chủ đang bận', 'The server is busy'],
  send_now: ['Gửi ngay', 'Send now'],
  dismiss: ['Bỏ', 'Dismiss'],
  sent: ['Đã nhận {name}', '{name} was accepted'],
  refused: ['Không nhận {name}: {why}', '{name} was refused: {why}'],

  queued: ['Đang chờ', 'Waiting'],
  running: ['Đang đọc', 'Reading'],
  running_pages: ['Đang đọc {done}/{pages} trang', 'Reading, {done} of {pages} pages'],
  failed: ['Không đọc được', 'Could not be read'],
  review: ['Cần xem {n} trường', '{n} fields to review'],
  review_other: ['Cần xem', 'To review'],
  read: ['Đã đọc', 'Read'],
  confirmed: ['Đã xác nhận', 'Confirmed'],
  sealed: ['Đã đóng dấu', 'Sealed'],
  delivered: ['Đã giao', 'Delivered'],
  pages: ['{n} trang', '{n} pages'],
  page_one: ['1 trang', '1 page'],
  fields: ['{n} trường', '{n} fields'],
  unread_kind: ['Giấy tờ đang đọc', 'Paper being read'],
  unknown_kind: ['Chưa rõ loại giấy', 'Unknown kind of paper'],
  dossier_is: ['Hồ sơ {code}', 'Dossier {code}'],
  procedure_is: ['Thủ tục {code}', 'Procedure {code}'],
  received_at: ['nhận {time}', 'received {time}'],
  is_done: ['{what} đã đọc xong: {status}', '{what} has been read: {status}'],
  not_read_yet: ['Giấy tờ đang được đọc; các trường hiện ra ngay khi xong.', 'The paper is being read; its fields appear as soon as it is done.'],

  open_pdf: ['Mở PDF', 'Open PDF'],
  save_json: ['Tải JSON', 'Save JSON'],
  save_text: ['Tải văn bản', 'Save text'],
  remove: ['Xóa', 'Delete'],
  remove_title: ['Xóa tài liệu này?', 'Delete this document?'],
  remove_what: ['“{name}”: tệp gốc, PDF và dữ liệu đều bị xóa, không lấy lại được.', '“{name}”: the original, the PDF and the data go; nothing can bring them back.'],
  remove_yes: ['Xóa hẳn', 'Delete'],
  removed: ['Đã xóa', 'Deleted'],
  left: ['Còn {n} trường cần xem', '{n} fields left'],
  left_absent: ['{n} trường chưa thấy trên giấy', '{n} not found on the paper'],
  none_left_here: ['Đã xem hết', 'All fields are done'],
  confirm_rest: ['Xác nhận hết', 'Confirm all'],
  next_document: ['Tài liệu tiếp', 'Next document'],
  none_left: ['Không còn tài liệu nào cần xem', 'No other document is left to review'],
  all_seen: ['Đã xem hết các trường. Enter: tài liệu tiếp theo.', 'All fields are done. Enter: next document.'],
  no_fields: ['Không thấy trường nào trên giấy này. Vẫn có PDF và văn bản.', 'No field was found on this paper. There are its PDF and its text.'],
  rest_title: ['Xác nhận các trường còn lại?', 'Confirm all fields that are left?'],
  rest_what: ['{n} trường được ghi là đã xác nhận với giá trị đang hiện:', '{n} fields are noted as confirmed with the values shown:'],
  rest_yes: ['Xác nhận {n} trường', 'Confirm {n} fields'],
  problem_page: ['Trang {n}: ', 'Page {n}: '],
  notes: ['Ghi chú khi đọc ({n})', 'Notes of reading ({n})'],
  general: ['Giấy tờ', 'Paper'],

  status_review: ['Cần xem', 'To review'],
  status_accepted: ['Chắc chắn', 'Certain'],
  status_confirmed: ['Đã xác nhận', 'Confirmed'],
  status_missing: ['Chưa thấy', 'Not found'],
  status_changed: ['Đã sửa, chưa lưu', 'Changed, not saved'],
  status_saving: ['Đang lưu…', 'Saving…'],
  status_wrong: ['Chưa lưu được', 'Not saved'],
  field_confirmed: ['Đã xác nhận {label}', '{label} confirmed'],
  field_wrong: ['{label}: {why}', '{label}: {why}'],
  must_have_value: ['Không để trống được. Nhấn Esc để lấy lại giá trị cũ.', 'It cannot be empty. Press Esc to bring the value back.'],
  confirm_field: ['Xác nhận', 'Confirm'],
  save_field: ['Lưu', 'Save'],
  kept_as: ['ghi là {value}', 'kept as {value}'],
  also: ['cũng là {names}', 'also {names}'],
  or: ['hoặc:', 'or:'],
  from: ['theo {sources}', 'from {sources}'],
  source_text: ['chữ in', 'text'],
  source_qr: ['mã QR', 'QR code'],
  source_mrz: ['dòng MRZ', 'MRZ'],
  source_barcode: ['mã vạch', 'barcode'],
  source_operator: ['cán bộ', 'the clerk'],
  source_register: ['cơ sở dữ liệu', 'the register'],
  no_snippet: ['không có ảnh', 'no picture'],
  history: ['Lịch sử', 'History'],
  history_of: ['Lịch sử của {label}', 'History of {label}'],
  history_none: ['Chưa ai sửa trường này.', 'Nobody has changed this field.'],
  when: ['Lúc', 'When'],
  who: ['Ai', 'Who'],
  before: ['Trước', 'Before'],
  after: ['Sau', 'After'],

  page_of: ['Trang {n}/{all}', 'Page {n} of {all}'],
  page_before: ['Trang trước', 'Previous page'],
  page_after: ['Trang sau', 'Next page'],
  zoom_in: ['Phóng to', 'Zoom in'],
  zoom_out: ['Thu nhỏ', 'Zoom out'],
  zoom_fit: ['Vừa khung', 'Fit'],
  page_loading: ['Đang lấy ảnh trang…', 'Getting the picture of the page…'],

  keys_title: ['Làm việc bằng bàn phím', 'Working with the keyboard'],
  keys_enter: ['Xác nhận trường (đã sửa thì lưu giá trị mới) và đến trường cần xem tiếp theo', 'Confirm the field (a changed value is saved) and go to the next that wants eyes'],
  keys_escape: ['Bỏ chỗ vừa sửa; lần nữa: ra khỏi ô', 'Undo the change; again: leave the field'],
  keys_move: ['Trường trước, trường sau', 'Previous, next field'],
  keys_rest: ['Xác nhận hết các trường còn lại (hỏi một lần)', 'Confirm all that is left (asks once)'],
  keys_other: ['Chọn giá trị khác mà máy cũng đọc được', 'Take another reading'],
  keys_history: ['Lịch sử của trường', 'History of the field'],
  keys_pdf: ['Mở PDF', 'Open the PDF'],
  keys_next: ['Tài liệu cần xem tiếp theo', 'Next document to review'],
  keys_search: ['Tìm', 'Search'],
  keys_add: ['Thêm giấy tờ', 'Add papers'],
  keys_zoom: ['Phóng to, thu nhỏ trang giấy', 'Zoom the page'],
  keys_pages: ['Trang trước, trang sau', 'Previous, next page'],
  keys_help: ['Bảng này', 'This table'],
  keys_plain: ['Khi đang ở trong ô chữ, dùng phím có Alt.', 'Within a text field use the keys with Alt.'],
};

const place = 'sohoa-language';
let english = localStorage.getItem(place) === 'en';
const listeners = [];

export const language = () => (english ? 'en' : 'vi');

/// Called after the language was changed.
export const onLanguage = (listener) => listeners.push(listener);

export function t(key, filling = {}) {
  const both = words[key] ?? [key, key];
  return both[english ? 1 : 0].replace(/\{(\w+)\}/g, (whole, name) => filling[name] ?? whole);
}

/// Whether there is such a word.
export const isWord = (key) => key in words;

export const countOfPages = (n) => (n === 1 ? t('page_one') : t('pages', {n}));

/// The words of the elements in index.html.
function writeElements() {
  document.documentElement.lang = language();
  for (const each of document.querySelectorAll('[data-word]')) each.textContent = t(each.dataset.word);
  for (const each of document.querySelectorAll('[data-hint]')) each.title = t(each.dataset.hint);
  for (const each of document.querySelectorAll('[data-name]')) each.setAttribute('aria-label', t(each.dataset.name));
  for (const each of document.querySelectorAll('[data-placeholder]')) each.placeholder = t(each.dataset.placeholder);
  const other = document.getElementById('language');
  other.textContent = t('other_language');
  other.lang = english ? 'vi' : 'en';
}

export function chooseLanguage(name) {
  english = name === 'en';
  localStorage.setItem(place, language());
  writeElements();
  for (const listener of listeners) listener();
}

/// "14:32" today, else the day. `text`: ISO 8601 with the offset of Vietnam.
export function shortTime(text) {
  const [day, time = ''] = text.split('T');
  const today = new Intl.DateTimeFormat('sv', {timeZone: 'Asia/Ho_Chi_Minh'}).format(new Date());  // 2026-11-22
  return day === today ? time.slice(0, 5) : longDate(day);
}

/// "2024-03-05" and "2024-03" as people write them; what is no date stays.
export function longDate(text) {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d).*)?$/.exec(text);
  if (!parts) return text;
  const day = parts.slice(1, 4).filter(Boolean).reverse().join('/');
  return parts[4] ? `${day} ${parts[4]}` : day;
}

writeElements();
