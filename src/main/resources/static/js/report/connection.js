const clock = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit' });

/** One line for the whole page while the server cannot be reached. */
export const startConnection = () => {
  const line = document.getElementById('connection');
  document.addEventListener('line', ({ detail }) => {
    if (detail.up) {
      line.hidden = true;
    } else if (line.hidden) {
      line.textContent = `Mất kết nối với máy chủ từ ${clock.format(new Date())}. Đồng chí cứ làm tiếp: nội dung giữ ở máy này và tự gửi khi có kết nối lại.`;
      line.hidden = false;
    }
  });
};
