// Calls of the control API.

async function call(method, path, body) {
  const isForm = body instanceof FormData;
  const answer = await fetch(`/control/${path}`, {
    method,
    headers: body && !isForm ? { "Content-Type": "application/json" } : {},
    body: isForm ? body : body && JSON.stringify(body),
  });
  const result = await answer.json();
  if (!answer.ok) throw new Error(result.error || answer.statusText);
  return result;
}

export const get = (path) => call("GET", path);
export const post = (path, body = {}) => call("POST", path, body);

/** Send a file with a message. */
export function upload(chatId, file, fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== null && value !== undefined) form.append(name, value);
  }
  form.append("file", file, file.name);
  return post(`chats/${chatId}/messages`, form);
}

export const fileUrl = (fileId) => `/control/files/${encodeURIComponent(fileId)}`;
