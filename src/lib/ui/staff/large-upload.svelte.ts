/** Sends a large file as it is, and says how far it is. A form would hold it in the server's memory. */
export class LargeUpload {
  /** 0 to 1 while a file is on its way; null otherwise. */
  progress = $state<number | null>(null);
  problem = $state<string | null>(null);
  #request: XMLHttpRequest | null = null;

  /** The address that the server answers with; null where it was stopped or did not come through. */
  send(address: string, file: File, failed: string): Promise<string | null> {
    const request = new XMLHttpRequest();
    this.#request = request;
    this.progress = 0;
    this.problem = null;
    return new Promise((resolve) => {
      const settle = (location: string | null, problem: string | null = null): void => {
        this.progress = null;
        this.problem = problem;
        this.#request = null;
        resolve(location);
      };
      request.upload.onprogress = ({ loaded }) => (this.progress = file.size === 0 ? 1 : loaded / file.size);
      request.onerror = () => settle(null, failed);
      request.onabort = () => settle(null);
      request.onload = () => {
        const told = answerOf(request.responseText);
        if (request.status === 200 && told.location !== undefined) settle(told.location);
        else settle(null, told.message ?? failed);
      };
      request.open('PUT', address);
      request.setRequestHeader('content-type', 'application/octet-stream');
      request.send(file);
    });
  }

  stop(): void {
    this.#request?.abort();
  }
}

function answerOf(text: string): { location?: string; message?: string } {
  try {
    return JSON.parse(text) as { location?: string; message?: string };
  } catch {
    return {};
  }
}
