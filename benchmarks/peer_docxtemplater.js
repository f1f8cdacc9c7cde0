// The peer: docxtemplater fills a template with ready made figures, as its manual shows it.
// node peer_docxtemplater.js TEMPLATE DATA.json TARGET-FOLDER REPORTS
const fs = require("fs");
const path = require("path");
const PizZip = require("pizzip");
const Docxtemplater = require("docxtemplater");

const [template, data, folder, reports] = process.argv.slice(2);
const content = fs.readFileSync(template, "binary");
const figures = JSON.parse(fs.readFileSync(data, "utf8"));
for (let number = 0; number < Number(reports); number += 1) {
  const document = new Docxtemplater(new PizZip(content), { paragraphLoop: true, linebreaks: true });
  document.render(figures);
  const made = document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
  fs.writeFileSync(path.join(folder, `${process.pid}-${number}.docx`), made);
}
