using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Komeji.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FlagsDisputesAndFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "FlagEndedAt",
                table: "Stores",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "FlaggedAt",
                table: "Stores",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FlaggedWords",
                table: "Stores",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "AskedAt",
                table: "Disputes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Stores_FlaggedAt",
                table: "Stores",
                column: "FlaggedAt",
                filter: "\"FlaggedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_Proof",
                table: "Shipments",
                column: "Proof",
                filter: "\"Proof\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ProductPicture_FileKey",
                table: "ProductPicture",
                column: "FileKey");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_DeliveryProof",
                table: "Orders",
                column: "DeliveryProof",
                filter: "\"DeliveryProof\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OrderLine_PictureKey",
                table: "OrderLine",
                column: "PictureKey");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Stores_FlaggedAt",
                table: "Stores");

            migrationBuilder.DropIndex(
                name: "IX_Shipments_Proof",
                table: "Shipments");

            migrationBuilder.DropIndex(
                name: "IX_ProductPicture_FileKey",
                table: "ProductPicture");

            migrationBuilder.DropIndex(
                name: "IX_Orders_DeliveryProof",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_OrderLine_PictureKey",
                table: "OrderLine");

            migrationBuilder.DropColumn(
                name: "FlagEndedAt",
                table: "Stores");

            migrationBuilder.DropColumn(
                name: "FlaggedAt",
                table: "Stores");

            migrationBuilder.DropColumn(
                name: "FlaggedWords",
                table: "Stores");

            migrationBuilder.DropColumn(
                name: "AskedAt",
                table: "Disputes");
        }
    }
}
