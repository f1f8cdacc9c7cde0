/*
 * Search on pages opened from a disk. The theme searches in a web worker, and browsers start none from a
 * file:// address: there, a hidden frame of the page takes its place. What the theme's search script asks of
 * a worker is `importScripts`, `postMessage` and the event "message"; the frame is given these three.
 * The file keeps "iframe-worker" in its name: the offline plugin adds a script from the network otherwise.
 */
"use strict";

class FrameWorker extends EventTarget {
  constructor(address) {
    super();
    const frame = document.createElement("iframe");
    frame.hidden = true;
    frame.srcdoc = "<!doctype html><title>search</title>";
    this.room = new Promise((resolve) => { frame.onload = () => resolve(frame.contentWindow); })
      .then((room) => this.furnish(room, new URL(address, document.baseURI)));
    document.body.append(frame);
  }

  async furnish(room, address) {
    const load = (source) => new Promise((resolve, reject) => {
      const script = room.document.createElement("script");
      Object.assign(script, { src: source, onload: resolve, onerror: reject });
      room.document.body.append(script);
    });
    room.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
    // One after the other, as a worker does: languages of the search need the script before them.
    room.importScripts = async (...sources) => { for (const source of sources) await load(new URL(source, address)); };
    await load(address);
    return room;
  }

  async postMessage(data) {
    const room = await this.room;
    room.dispatchEvent(new room.MessageEvent("message", { data: room.structuredClone(data) }));
  }
}

if (location.protocol === "file:") window.Worker = FrameWorker;
