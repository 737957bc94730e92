const SOON = 100;
const MOST_TRIES = 50;

/** Saves what was typed, and waits for it; what was refused stays. */
const saved = async (cells) => {
  for (let tries = 0; tries < MOST_TRIES && cells.unsaved > cells.problems().length; tries++) {
    await cells.autosave.flush();
    await new Promise((done) => setTimeout(done, SOON));
  }
};

/** The office's figures are closed as the server has them: what was typed is saved before, what cannot be saved is said. */
export const startClosing = (cells) => {
  const form = document.getElementById('close-office');
  form?.addEventListener('submit', async (event) => {
    event.preventDefault();
    await saved(cells);
    document.getElementById('close-wrong').textContent =
      cells.unsaved === 0 ? '' : `Chưa chốt: còn ${cells.unsaved} ô chưa lưu được. Hãy sửa các ô đó, hoặc đợi có kết nối.`;
    if (cells.unsaved === 0) {
      form.submit();
    }
  });
};
